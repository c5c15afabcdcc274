package de.einsnull.modules.portal;

import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Who did what when, and how it ended. */
final class HistoryPage {

    private static final int MOST = 500;
    private static final int SIZE = 50;

    private final Desk desk;

    HistoryPage(Desk desk) {
        this.desk = desk;
    }

    static String pathOf(String module) {
        return ModulesPage.PATH + "/verlauf?modul=" + URLEncoder.encode(module, StandardCharsets.UTF_8);
    }

    PageResponse show(PageRequest request) {
        var module = request.parameter("modul").filter(name -> !name.isEmpty());
        var entries = desk.catalogue().history(module, MOST);
        int pages = Math.max(1, (entries.size() + SIZE - 1) / SIZE);
        int page = Math.max(1, Math.min(pages, number(request.parameter("seite").orElse(""))));
        var shown = entries.stream().skip((page - 1L) * SIZE).limit(SIZE).toList();
        var model = desk.model(request);
        model.put("rows", HistoryRow.of(shown, desk.names()));
        model.put("module", module.orElse(""));
        model.put("page", page);
        model.put("pages", pages);
        model.put("href", pathOf(module.orElse("")) + "&seite={page}");
        return PageResponse.view("history", "history.title", model);
    }

    private static int number(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 1;
    }
}
