package de.einsnull.sensors.rules.mail;

import java.io.IOException;
import java.io.Writer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.apache.commons.net.smtp.AuthenticatingSMTPClient;
import org.apache.commons.net.smtp.SMTPReply;
import org.apache.commons.net.util.TrustManagerUtils;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** Hands letters to the city's mail server. Nothing takes longer than half a minute. Thread-safe. */
@Component(service = Mailer.class, configurationPid = Mailer.PID)
@Designate(ocd = MailSettings.class)
public final class Mailer {

    static final String PID = "de.einsnull.sensors.rules.mail";

    private static final int LIMIT_MILLIS = (int) Duration.ofSeconds(10).toMillis();

    private final MailSettings settings;

    /**
     * Takes the settings.
     *
     * @param settings of the server; without one nothing is sent
     */
    @Activate
    public Mailer(MailSettings settings) {
        this.settings = settings;
    }

    /** Whether there are a server and a sender. */
    public boolean isConfigured() {
        return !settings.host().isBlank() && !settings.from().isBlank();
    }

    String from() {
        return settings.from();
    }

    String portal() {
        return settings.portal();
    }

    /**
     * Sends a letter.
     *
     * @throws IOException if the server is away or refuses it; the message says at which step
     */
    void send(Letter letter) throws IOException {
        var client = new AuthenticatingSMTPClient("TLS", settings.security().equals("tls"), "UTF-8");
        client.setConnectTimeout(LIMIT_MILLIS);
        client.setDefaultTimeout(LIMIT_MILLIS);
        try {
            client.setEndpointCheckingEnabled(true);
            // The library's own manager would take any certificate that has not expired.
            client.setTrustManager(TrustManagerUtils.getDefaultTrustManager(null));
            client.connect(settings.host(), settings.port());
            client.setSoTimeout(LIMIT_MILLIS);
            require(SMTPReply.isPositiveCompletion(client.getReplyCode()), "connect", client);
            logIn(client);
            deliver(client, letter);
            client.logout();
        } catch (GeneralSecurityException e) {
            throw new IOException("The mail server was not logged in to", e);
        } finally {
            client.disconnect();
        }
    }

    private void logIn(AuthenticatingSMTPClient client) throws IOException, GeneralSecurityException {
        require(SMTPReply.isPositiveCompletion(client.ehlo("einsnull")), "EHLO", client);
        if (settings.security().equals("starttls")) {
            require(client.execTLS(), "STARTTLS", client);
            require(SMTPReply.isPositiveCompletion(client.ehlo("einsnull")), "EHLO", client);
        }
        if (!settings.user().isBlank()) {
            boolean taken =
                    client.auth(AuthenticatingSMTPClient.AUTH_METHOD.PLAIN, settings.user(), settings.password());
            require(taken, "AUTH", client);
        }
    }

    private static void deliver(AuthenticatingSMTPClient client, Letter letter) throws IOException {
        require(client.setSender(letter.from()), "MAIL FROM", client);
        for (String address : letter.to()) {
            require(client.addRecipient(address), "RCPT TO", client);
        }
        try (Writer writer = client.sendMessageData()) {
            require(writer != null, "DATA", client);
            writer.write(letter.text());
        }
        require(client.completePendingCommand(), "end of DATA", client);
    }

    /** What the server answers may name the account; its code says enough. */
    private static void require(boolean success, String step, AuthenticatingSMTPClient client) throws IOException {
        if (!success) {
            throw new IOException("The mail server refused " + step + " with " + client.getReplyCode());
        }
    }
}
