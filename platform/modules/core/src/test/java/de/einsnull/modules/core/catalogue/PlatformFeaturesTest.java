package de.einsnull.modules.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.Module;
import de.einsnull.modules.core.TestArchive;
import de.einsnull.modules.core.TestPlatform;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** City IT sees the platform's own parts beside its modules, and what else the distribution could do. */
class PlatformFeaturesTest {

    @TempDir
    private Path folder;

    private final List<Feature> installed = new ArrayList<>();
    private final List<Feature> all = new ArrayList<>();

    @Test
    void installedFeaturesAreShownAndOthersOffered() throws Exception {
        try (TestPlatform platform = new TestPlatform(folder)) {
            Bundle bundle = platform.platformBundle(TestArchive.bundle("de.einsnull.core", "1.0.0"));
            installed.add(feature("einsnull-core", bundle.getLocation()));
            all.addAll(installed);
            all.add(feature("einsnull-demo"));
            all.add(feature("shell"));
            var features = new PlatformFeatures(platform.context(), () -> Optional.of(service()));
            assertThat(features.isInstalled("einsnull-core")).isTrue();
            assertThat(features.isInstalled("einsnull-demo")).isFalse();
            assertThat(features.optional()).extracting(Feature::getName).containsExactly("einsnull-demo");
            assertThat(features.modules()).singleElement().satisfies(module -> {
                assertThat(module.origin()).isEqualTo(Module.Origin.PLATFORM);
                assertThat(module.state()).isEqualTo(Module.State.RUNNING);
                assertThat(module.bundles()).hasSize(1);
            });
            bundle.stop();
            assertThat(features.modules().get(0).state()).isEqualTo(Module.State.FAILED);
        }
    }

    @Test
    void aChangeIsSeenAndNothingBreaksWithoutKaraf() throws Exception {
        try (TestPlatform platform = new TestPlatform(folder)) {
            var nothing = new PlatformFeatures(platform.context(), Optional::empty);
            assertThat(nothing.modules()).isEmpty();
            var features = new PlatformFeatures(platform.context(), () -> Optional.of(service()));
            installed.add(feature("einsnull-core"));
            assertThat(features.isInstalled("einsnull-late")).isFalse();
            installed.add(feature("einsnull-late"));
            features.featureEvent(null);
            assertThat(features.isInstalled("einsnull-late")).isTrue();
        }
    }

    private FeaturesService service() {
        return proxy(
                FeaturesService.class,
                Map.of(
                        "listInstalledFeatures", installed.toArray(Feature[]::new),
                        "listFeatures", all.toArray(Feature[]::new)));
    }

    private static Feature feature(String name, String... bundles) {
        List<BundleInfo> infos = new ArrayList<>();
        for (String location : bundles) {
            infos.add(proxy(BundleInfo.class, Map.of("getLocation", location)));
        }
        return proxy(
                Feature.class,
                Map.of("getName", name, "getVersion", "1.0", "getDescription", name, "getBundles", infos));
    }

    private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
        InvocationHandler handler = (self, method, arguments) -> answers.get(method.getName());
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
