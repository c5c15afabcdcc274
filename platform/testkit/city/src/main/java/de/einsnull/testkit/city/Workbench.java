package de.einsnull.testkit.city;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code mvn exec:java} in a module's folder: starts a city, deploys the module, and deploys it again whenever a file is
 * saved, until the process is stopped. With a folder as argument, the module goes there and no city is started.
 */
public final class Workbench {

    private static final int HTTP_PORT = 8080;
    private static final int MQTT_PORT = 1883;

    private final PrintStream out;
    private final Rebuild rebuild;

    Workbench(PrintStream out, Rebuild rebuild) {
        this.out = out;
        this.rebuild = rebuild;
    }

    /**
     * Runs until the process is stopped.
     *
     * @param arguments deploy folder of a platform that runs already, or nothing
     * @throws IOException if the sources cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Workbench workbench =
                new Workbench(System.out, Rebuild.withThisMaven(Path.of("").toAbsolutePath()));
        Path folder = arguments.length > 0 ? Path.of(arguments[0]) : workbench.startCity();
        Sources sources = new Sources(Path.of("").toAbsolutePath());
        workbench.say("Deploys into " + folder + " whenever a file is saved. Ctrl-C stops.");
        while (!Thread.currentThread().isInterrupted()) {
            workbench.redeploy(folder);
            sources.awaitChange();
        }
    }

    /** One round: builds, and deploys what was built. A module that cannot be built leaves the one before in place. */
    boolean redeploy(Path folder) {
        try {
            if (rebuild.run()) {
                Deployment.of(folder, rebuild.jar());
                say("Deployed " + rebuild.jar().getFileName());
                return true;
            }
            say("Not deployed, the build failed; the reasons stand above. Waiting for the next save.");
        } catch (IOException e) {
            say("Not deployed: " + e);
        }
        return false;
    }

    private Path startCity() {
        say("Starting a city with demo data ...");
        City city = City.create("workbench")
                .withOwnEtc()
                .withDemo()
                .with("einsnull.http.port", Integer.toString(Ports.preferably(HTTP_PORT)))
                .with("einsnull.bus.mqtt.port", Integer.toString(Ports.preferably(MQTT_PORT)));
        LorawanGateway gateway = LorawanGateway.of(city);
        city.start();
        List.of(
                        "Portal    " + city.url("/en/stadtkarte"),
                        "City IT   " + city.url("/de/anmelden") + "  name admin, password " + city.adminPassword(),
                        "Uplinks   " + gateway.webhook() + "  bearer " + gateway.secret(),
                        "MQTT      127.0.0.1:" + city.mqttPort() + "  name gateway, password in "
                                + city.data().resolve("secrets/mqtt-gateway"))
                .forEach(this::say);
        return city.deploy();
    }

    private void say(String line) {
        out.println("  " + line);
    }
}
