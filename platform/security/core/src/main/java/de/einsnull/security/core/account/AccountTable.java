package de.einsnull.security.core.account;

import de.einsnull.security.core.db.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The statements about accounts. */
public final class AccountTable {

    private static final String SELECT = "select a.id, a.name, a.display_name, a.password, a.locked, r.role"
            + " from account a left join account_role r on r.account_id = a.id";

    private AccountTable() {}

    public static Optional<Account> byName(Connection connection, String name) throws SQLException {
        try (var select = connection.prepareStatement(SELECT + " where a.name = ?")) {
            select.setString(1, name);
            return read(select).stream().findFirst();
        }
    }

    public static Optional<Account> byId(Connection connection, String id) throws SQLException {
        try (var select = connection.prepareStatement(SELECT + " where a.id = ?")) {
            select.setString(1, id);
            return read(select).stream().findFirst();
        }
    }

    static List<Account> all(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(SELECT + " order by a.name, a.id")) {
            return read(select);
        }
    }

    static boolean isEmpty(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from account")) {
            result.next();
            return result.getLong(1) == 0;
        }
    }

    static void insert(Connection connection, Account account, Set<String> roles, Instant now) throws SQLException {
        var sql = "insert into account (id, name, display_name, password, created_at, password_changed_at)"
                + " values (?, ?, ?, ?, ?, ?)";
        try (var insert = connection.prepareStatement(sql)) {
            insert.setString(1, account.identity().id());
            insert.setString(2, account.name());
            insert.setString(3, account.identity().displayName());
            insert.setString(4, account.password());
            Sql.set(insert, 5, now);
            Sql.set(insert, 6, now);
            insert.executeUpdate();
        }
        try (var insert = connection.prepareStatement("insert into account_role (account_id, role) values (?, ?)")) {
            for (var role : roles) {
                insert.setString(1, account.identity().id());
                insert.setString(2, role);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static void setPassword(Connection connection, String id, String password, Instant now) throws SQLException {
        var sql = "update account set password = ?, password_changed_at = ? where id = ?";
        try (var update = connection.prepareStatement(sql)) {
            update.setString(1, password);
            Sql.set(update, 2, now);
            update.setString(3, id);
            update.executeUpdate();
        }
    }

    static void setLocked(Connection connection, String id, boolean locked) throws SQLException {
        try (var update = connection.prepareStatement("update account set locked = ? where id = ?")) {
            update.setBoolean(1, locked);
            update.setString(2, id);
            update.executeUpdate();
        }
    }

    /** Rows of one account follow each other, one for each role. */
    private static List<Account> read(PreparedStatement select) throws SQLException {
        try (var result = select.executeQuery()) {
            var accounts = new ArrayList<Account>();
            var roles = new HashSet<String>();
            while (result.next()) {
                var id = result.getString("id");
                if (!accounts.isEmpty()
                        && accounts.get(accounts.size() - 1).identity().id().equals(id)) {
                    accounts.remove(accounts.size() - 1);
                } else {
                    roles.clear();
                }
                Optional.ofNullable(result.getString("role")).ifPresent(roles::add);
                accounts.add(Account.of(
                        id,
                        result.getString("name"),
                        result.getString("display_name"),
                        result.getString("password"),
                        result.getBoolean("locked"),
                        roles));
            }
            return accounts;
        }
    }
}
