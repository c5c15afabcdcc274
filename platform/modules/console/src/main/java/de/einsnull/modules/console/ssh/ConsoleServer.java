package de.einsnull.modules.console.ssh;

import de.einsnull.modules.console.ConsoleUser;
import de.einsnull.security.api.Accounts;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.api.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.session.ServerSession;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The console by SSH, on the loopback address only. Passwords are not asked for; nothing is forwarded, and no files are
 * moved.
 */
@Component(configurationPid = ConsoleConfig.PID, service = ConsoleServer.class, immediate = true)
@Designate(ocd = ConsoleConfig.class)
public final class ConsoleServer {

    static final String HOST = "127.0.0.1";
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleServer.class);
    private static final AttributeKey<ConsoleUser> USER = new AttributeKey<>();

    private final SshServer server;

    /** Opens the port. */
    @Activate
    public ConsoleServer(
            BundleContext context,
            ConsoleConfig config,
            @Reference SessionFactory sessions,
            @Reference Accounts accounts,
            @Reference AuditTrail audit,
            @Reference Secrets secrets)
            throws IOException {
        this(config, folder(context), sessions, new People(accounts, audit), secrets);
    }

    ConsoleServer(ConsoleConfig config, Path keys, SessionFactory sessions, People people, Secrets secrets)
            throws IOException {
        server = SshServer.setUpDefaultServer();
        server.setHost(HOST);
        server.setPort(config.port());
        server.setKeyPairProvider(KeyPairProvider.wrap(HostKey.of(secrets)));
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        var folder = new KeyFolder(keys);
        server.setPublickeyAuthenticator((name, key, session) -> {
            Optional<ConsoleUser> user = folder.has(name, key) ? people.find(name) : Optional.empty();
            user.ifPresent(one -> session.setAttribute(USER, one));
            return user.isPresent();
        });
        server.addSessionListener(people);
        server.setCommandFactory((channel, line) -> new ShellChannel(sessions, line));
        server.setShellFactory(channel -> new ShellChannel(sessions, ""));
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setSubsystemFactories(List.of());
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ofMinutes(config.idleInMinutes()));
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, config.sessionsPerAccount());
        server.start();
        LOG.info("The console listens on {}:{} for the keys in {}", HOST, server.getPort(), keys);
    }

    private static Path folder(BundleContext context) {
        return Path.of(context.getProperty("karaf.etc")).resolve("console");
    }

    /** Who has logged in. */
    static ConsoleUser user(ServerSession session) {
        return session.getAttribute(USER);
    }

    int port() {
        return server.getPort();
    }

    @Deactivate
    void stop() throws IOException {
        server.stop(true);
    }
}
