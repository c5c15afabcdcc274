package de.einsnull.modules.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.ModuleDetails.Level;
import de.einsnull.modules.core.NoComponents;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.Sentences;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** "Unsatisfied" helps nobody: city IT reads what is missing, and whether it matters. */
class ComponentHealthTest {

    private final ComponentDescriptionDTO component = new ComponentDescriptionDTO();
    private final ComponentConfigurationDTO instance = new ComponentConfigurationDTO();

    ComponentHealthTest() {
        component.name = "de.example.Parks";
        component.configurationPolicy = "optional";
        component.configurationPid = new String[] {"de.example.parks"};
        component.references = new ReferenceDTO[0];
    }

    @Test
    void aMissingServiceIsNamedByItsInterface() {
        var reference = new ReferenceDTO();
        reference.name = "bus";
        reference.interfaceName = "de.example.Bus";
        component.references = new ReferenceDTO[] {reference};
        var missing = new UnsatisfiedReferenceDTO();
        missing.name = "bus";
        missing.target = "(city=oelde)";
        instance.state = ComponentConfigurationDTO.UNSATISFIED_REFERENCE;
        instance.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {missing};
        assertThat(health(instance)).singleElement().satisfies(one -> {
            assertThat(one.level()).isEqualTo(Level.BAD);
            assertThat(one.cause(Language.UK)).startsWith("Чекає на ").contains("de.example.Bus", "(city=oelde)");
            assertThat(one.isHopeless()).as("the service may still come").isFalse();
        });
    }

    @Test
    void aComponentThatCouldNotStartIsHopeless() {
        instance.state = ComponentConfigurationDTO.FAILED_ACTIVATION;
        instance.failure = "java.lang.IllegalStateException: no key\n\tat de.example.Parks";
        assertThat(health(instance)).singleElement().satisfies(one -> {
            assertThat(one.cause(Language.DE))
                    .isEqualTo("Konnte nicht anfangen: java.lang.IllegalStateException: no key");
            assertThat(one.isHopeless()).isTrue();
        });
    }

    /** A driver without an instance is not ill: city IT has yet to make one. */
    @Test
    void aComponentThatWaitsForSettingsIsNotIll() {
        component.configurationPolicy = "require";
        instance.state = ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION;
        for (List<Statement> found : List.of(health(instance), health())) {
            assertThat(found).singleElement().satisfies(one -> {
                assertThat(one.level()).isEqualTo(Level.ATTENTION);
                assertThat(one.in(Language.EN, new Sentences(owner -> Optional.empty()))
                                .cause())
                        .isEqualTo("Waits for settings: de.example.parks");
                assertThat(one.in(Language.EN, new Sentences(owner -> Optional.empty()))
                                .advice())
                        .contains("\"Settings\"");
            });
        }
    }

    @Test
    void aComponentThatWorksNeedsNoWords() {
        instance.state = ComponentConfigurationDTO.ACTIVE;
        assertThat(health(instance)).isEmpty();
    }

    private List<Statement> health(ComponentConfigurationDTO... instances) {
        ServiceComponentRuntime runtime = new NoComponents() {
            @Override
            public Collection<ComponentDescriptionDTO> getComponentDescriptionDTOs(Bundle... bundles) {
                return List.of(component);
            }

            @Override
            public Collection<ComponentConfigurationDTO> getComponentConfigurationDTOs(ComponentDescriptionDTO one) {
                return List.of(instances);
            }
        };
        return new ComponentHealth(runtime).of(null);
    }
}
