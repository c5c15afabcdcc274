package de.einsnull.security.core.session;

import de.einsnull.security.core.account.Account;
import de.einsnull.security.core.account.AccountTable;
import de.einsnull.security.core.db.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The statements about sessions. */
final class SessionTable {

    private SessionTable() {}

    static void insert(Connection connection, Session session) throws SQLException {
        var sql = "insert into login_session (token_hash, account_id, created_at, seen_at) values (?, ?, ?, ?)";
        try (var insert = connection.prepareStatement(sql)) {
            insert.setString(1, session.tokenHash());
            insert.setString(2, session.identity().id());
            Sql.set(insert, 3, session.createdAt());
            Sql.set(insert, 4, session.seenAt());
            insert.executeUpdate();
        }
    }

    /** A session of an account that is not locked. */
    static Optional<Session> find(Connection connection, String tokenHash) throws SQLException {
        var sql = "select account_id, created_at, seen_at from login_session where token_hash = ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, tokenHash);
            try (var result = select.executeQuery()) {
                if (!result.next()) {
                    return Optional.empty();
                }
                var created = Sql.instant(result, "created_at");
                var seen = Sql.instant(result, "seen_at");
                return AccountTable.byId(connection, result.getString("account_id"))
                        .filter(account -> !account.locked())
                        .map(Account::identity)
                        .map(identity -> new Session(tokenHash, identity, created, seen));
            }
        }
    }

    static void touch(Connection connection, String tokenHash, Instant now) throws SQLException {
        try (var update = connection.prepareStatement("update login_session set seen_at = ? where token_hash = ?")) {
            Sql.set(update, 1, now);
            update.setString(2, tokenHash);
            update.executeUpdate();
        }
    }

    static void delete(Connection connection, String tokenHash) throws SQLException {
        try (var delete = connection.prepareStatement("delete from login_session where token_hash = ?")) {
            delete.setString(1, tokenHash);
            delete.executeUpdate();
        }
    }

    static void deleteAll(Connection connection, String accountId) throws SQLException {
        try (var delete = connection.prepareStatement("delete from login_session where account_id = ?")) {
            delete.setString(1, accountId);
            delete.executeUpdate();
        }
    }

    static int deleteEnded(Connection connection, Instant seenBefore, Instant createdBefore) throws SQLException {
        var sql = "delete from login_session where seen_at < ? or created_at < ?";
        try (var delete = connection.prepareStatement(sql)) {
            Sql.set(delete, 1, seenBefore);
            Sql.set(delete, 2, createdBefore);
            return delete.executeUpdate();
        }
    }
}
