package de.einsnull.security.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.einsnull.portal.api.Language;
import de.einsnull.security.api.Identity;
import java.time.Instant;
import java.util.List;

/** The file that a person takes along: JSON, so that another service can read it (GDPR Art. 20). */
final class MyDataFile {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private MyDataFile() {}

    /** Says which parts are missing, so that nobody takes half for the whole. */
    static byte[] of(Identity account, List<PersonalDataSources.Part> parts, Instant at, Language language)
            throws JsonProcessingException {
        var root = JSON.createObjectNode();
        root.put("account", account.id()).put("madeAt", at.toString()).put("language", language.tag());
        var missing = root.putArray("missing");
        var data = root.putObject("data");
        for (var part : parts) {
            part.data()
                    .ifPresentOrElse(
                            found -> data.set(part.source(), JSON.valueToTree(found)),
                            () -> missing.add(part.source()));
        }
        return JSON.writeValueAsBytes(root);
    }
}
