package de.einsnull.modules.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A header that is misread lets a forbidden package through or refuses a good module. */
class ClauseTest {

    @Test
    void rangesKeepTheirCommas() {
        List<Clause> clauses = Clause.parse("a.b;version=\"[1.0,2)\",c.d;e.f;version=1;resolution:=optional");
        assertThat(clauses).hasSize(2);
        assertThat(clauses.get(0).path()).isEqualTo("a.b");
        assertThat(clauses.get(0).attribute("version")).hasValue("[1.0,2)");
        assertThat(clauses.get(1).paths()).containsExactly("c.d", "e.f");
        assertThat(clauses.get(1).isOptional()).isTrue();
    }

    @Test
    void filtersKeepTheirSigns() {
        List<Clause> clauses = Clause.parse(
                "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0))\",osgi.ee;filter:=\"(x=1)\"");
        assertThat(clauses.get(0).directives())
                .containsEntry("filter", "(&(osgi.extender=osgi.component)(version>=1.5.0))");
        assertThat(clauses.get(0).attributes()).isEmpty();
        assertThat(clauses).hasSize(2);
    }

    @Test
    void typesOfAttributesAreDropped() {
        assertThat(Clause.parse("x;version:Version=\"1.2\";list:List<String>=\"a,b\"")
                        .get(0)
                        .attributes())
                .containsEntry("version", "1.2")
                .containsEntry("list", "a,b");
    }

    @Test
    void nothingIsNothing() {
        assertThat(Clause.parse(null)).isEmpty();
        assertThat(Clause.parse("  ")).isEmpty();
    }
}
