package de.einsnull.sensors.driver.datex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** XML of strangers must neither read files of the server nor fill its memory. */
class XmlTest {

    private static String read(String xml) throws IOException {
        return Xml.read(xml.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Test
    void elementsBecomeMembersAndListsWhateverTheirPrefix() throws Exception {
        assertThat(read("<a:x xmlns:a='u' id='1'><a:y>1</a:y><y>2</y><z lang='de'>drei</z><e/><![CDATA[]]></a:x>"))
                .isEqualTo(
                        "{\"x\":{\"@id\":\"1\",\"y\":[\"1\",\"2\"],\"z\":{\"@lang\":\"de\",\"value\":\"drei\"},\"e\":\"\"}}");
    }

    @Test
    void entitiesAreRefused() {
        assertThatThrownBy(() -> read("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("<a>&b;</a>")).isInstanceOf(IOException.class);
    }

    @Test
    void depthAndLengthAreBounded() {
        assertThatThrownBy(() -> read("<a>".repeat(100) + "</a>".repeat(100))).hasMessageContaining("too deep");
        assertThatThrownBy(() -> read("<a>" + "x".repeat(70_000) + "</a>")).hasMessageContaining("too long");
        assertThatThrownBy(() -> read("<a>" + "<b/>".repeat(300_001) + "</a>")).hasMessageContaining("too long");
    }

    @Test
    void whatIsNoXmlIsSaid() {
        assertThatThrownBy(() -> read("<a>")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("<?xml version='1.0'?>")).isInstanceOf(IOException.class);
    }
}
