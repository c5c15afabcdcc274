package de.einsnull.search.core.quality;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A collection with questions whose answers are known: {@code docs.jsonl} (id, title, body), {@code queries.tsv} and
 * {@code qrels.tsv} (TREC).
 */
record Collection(List<Document> documents, Map<String, String> queries, Map<String, Set<String>> answers) {

    private static final JsonFactory JSON = new JsonFactory();

    /** A document. */
    record Document(String id, String title, String body) {}

    static Collection read(Path folder) throws IOException {
        var documents = new ArrayList<Document>();
        for (String line : Files.readAllLines(folder.resolve("docs.jsonl"))) {
            documents.add(document(line));
        }
        var queries = new LinkedHashMap<String, String>();
        for (String line : Files.readAllLines(folder.resolve("queries.tsv"))) {
            String[] cells = line.split("\t");
            // Names of functions in brackets are not what people type.
            if (!cells[1].contains("(")) {
                queries.put(cells[0], cells[1]);
            }
        }
        var answers = new HashMap<String, Set<String>>();
        for (String line : Files.readAllLines(folder.resolve("qrels.tsv"))) {
            String[] cells = line.split("\t");
            answers.computeIfAbsent(cells[0], query -> new HashSet<>()).add(cells[2]);
        }
        queries.keySet().retainAll(answers.keySet());
        return new Collection(documents, queries, answers);
    }

    private static Document document(String line) throws IOException {
        var fields = new HashMap<String, String>();
        try (var json = JSON.createParser(line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                fields.put(name, json.getText());
            }
        }
        String title = fields.getOrDefault("title", "");
        String body = fields.getOrDefault("body", "");
        return new Document(fields.get("id"), title.substring(0, Math.min(300, title.length())), body);
    }

    /** The same questions with one random edit in the longest word of each. */
    Collection withTypos() {
        var random = new Random(42);
        var typed = new LinkedHashMap<String, String>();
        queries.forEach((id, text) -> typed.put(id, typo(text, random)));
        return new Collection(documents, typed, answers);
    }

    private static String typo(String text, Random random) {
        String longest = "";
        for (String word : text.split("\\s+")) {
            longest = word.length() > longest.length() ? word : longest;
        }
        if (longest.length() < 4) {
            return text;
        }
        int at = 1 + random.nextInt(longest.length() - 2);
        char letter = (char) ('a' + random.nextInt(26));
        String head = longest.substring(0, at);
        String edited =
                switch (random.nextInt(4)) {
                    case 0 -> head + longest.substring(at + 1);
                    case 1 -> head + letter + longest.substring(at);
                    case 2 -> head + letter + longest.substring(at + 1);
                    default -> head + longest.charAt(at + 1) + longest.charAt(at) + longest.substring(at + 2);
                };
        return text.replace(longest, edited);
    }
}
