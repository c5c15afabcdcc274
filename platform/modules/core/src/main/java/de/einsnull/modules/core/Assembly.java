package de.einsnull.modules.core;

import de.einsnull.modules.core.archive.Limits;
import de.einsnull.modules.core.catalogue.Catalogue;
import de.einsnull.modules.core.catalogue.Contributions;
import de.einsnull.modules.core.catalogue.Details;
import de.einsnull.modules.core.catalogue.LogRing;
import de.einsnull.modules.core.catalogue.Names;
import de.einsnull.modules.core.catalogue.PlatformFeatures;
import de.einsnull.modules.core.deploy.DeployFolder;
import de.einsnull.modules.core.deploy.FileInstaller;
import de.einsnull.modules.core.health.ModuleHealth;
import de.einsnull.modules.core.inspect.Allowed;
import de.einsnull.modules.core.inspect.Inspector;
import de.einsnull.modules.core.install.InstallerBuilder;
import de.einsnull.modules.core.install.Staging;
import de.einsnull.modules.core.repositories.MavenFiles;
import de.einsnull.modules.core.repositories.Places;
import de.einsnull.modules.core.repositories.Repositories;
import de.einsnull.modules.core.state.HistoryFile;
import de.einsnull.modules.core.state.ModuleStore;
import de.einsnull.modules.core.trust.JarSignature;
import de.einsnull.modules.core.trust.SignerCheck;
import de.einsnull.modules.core.trust.TrustRules;
import de.einsnull.modules.core.trust.TrustStore;
import de.einsnull.modules.core.trust.TrustWatch;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.Sentences;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** All parts of the administration of modules, put together but not running. */
final class Assembly {

    private final BundleContext context;
    private final ModulesConfig config;
    private final Optionals services;
    private final Clock clock = Clock.systemUTC();
    private final Limits limits;
    private final boolean development;
    final ModuleStore store;
    final PlatformFeatures platform;
    final Repositories repositories;
    final InstallerBuilder builder;
    final Catalogue catalogue;
    final Names names;
    final DeployFolder deploy;
    final TrustWatch watch;
    final LogRing log = new LogRing();

    Assembly(
            BundleContext context,
            ModulesConfig config,
            Optionals services,
            ServiceComponentRuntime runtime,
            ConfigurationAdmin configurations)
            throws IOException {
        this.context = context;
        this.config = config;
        this.services = services;
        var places = Locations.of(context);
        limits = limits(config);
        development = isDevelopment(context);
        store = new ModuleStore(places.data());
        platform = new PlatformFeatures(context, services::features);
        Path scratch = places.data().resolve("staging");
        var staging = new Staging(scratch, clock);
        var trust = new TrustStore(places.trust(), clock);
        watch = new TrustWatch(trust, store);
        var inspector = inspector(trust);
        repositories = new Places(
                        inspector, platform, new MavenFiles(places.system()), scratch, limits.archiveInBytes())
                .repositories(store, this::audit);
        var history = new HistoryFile(places.data());
        var health = new ModuleHealth(context, runtime);
        var contributions = new Contributions(context, runtime);
        var publisher = new Publisher(history, places.deploy(), services::audit, services::live);
        builder = new InstallerBuilder(
                context,
                store,
                staging,
                inspector,
                settings(),
                new InstallerBuilder.Services(
                        configurations,
                        health,
                        bundles -> contributions.of(bundles, Language.DE),
                        this::dialect,
                        repositories,
                        publisher,
                        clock));
        var details =
                new Details(store, health, watch, contributions, Sentences.ofInstalled(context), services::meters);
        names = new Names(context);
        catalogue = new Catalogue(
                context, store, builder.installer(), platform, repositories::offers, details, names, log, history);
        deploy = new DeployFolder(
                places.deploy(),
                Duration.ofMillis(config.deployPollInMs()),
                store,
                new FileInstaller(builder.installer(), store));
    }

    static boolean isDevelopment(BundleContext context) {
        return Boolean.parseBoolean(context.getProperty(ModulesPlatform.DEVELOPMENT));
    }

    private Inspector inspector(TrustStore trust) {
        return new Inspector(
                context,
                limits,
                new Allowed(List.of(config.allowedImports())),
                new JarSignature(new SignerCheck(trust, clock)),
                new TrustRules(development),
                platform::isInstalled);
    }

    private InstallerBuilder.Settings settings() {
        return new InstallerBuilder.Settings(
                limits, Duration.ofSeconds(config.healthTimeoutInSec()), Duration.ofSeconds(config.callTimeoutInSec()));
    }

    private static Limits limits(ModulesConfig config) {
        return new Limits(
                (long) config.maxArchiveInMb() << 20,
                (long) config.maxInflatedInMb() << 20,
                config.maxEntries(),
                config.maxRatio(),
                config.maxNesting());
    }

    private void audit(String actor, String action, String object) {
        services.audit().ifPresent(trail -> trail.record(actor, action, object, true));
    }

    private String dialect() {
        String url = context.getProperty("einsnull.database.url");
        return url != null && url.startsWith("jdbc:postgresql:") ? "postgresql" : "h2";
    }
}
