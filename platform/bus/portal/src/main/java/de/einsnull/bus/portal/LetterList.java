package de.einsnull.bus.portal;

import de.einsnull.bus.api.BusGroups;
import de.einsnull.bus.api.DeadLetters;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The list of dead letters with filter and pages, oldest first. */
final class LetterList {

    private static final int SIZE = 25;
    private static final int LAST_PAGE = 39;
    private static final int LONGEST_GROUP = 200;

    private final BusGroups groups;
    private final DeadLetters letters;

    LetterList(BusGroups groups, DeadLetters letters) {
        this.groups = groups;
        this.letters = letters;
    }

    PageResponse show(PageRequest request) {
        var group = group(request);
        int page = page(request.parameter("seite").orElse(""));
        // One more than the page tells whether there is another one.
        var found = letters.list(group, page * SIZE + 1);
        var rows = found.stream()
                .skip((page - 1L) * SIZE)
                .limit(SIZE)
                .map(LetterRow::of)
                .toList();
        var model = new HashMap<String, Object>();
        model.put("count", letters.count());
        model.put("rows", rows);
        model.put("group", group.orElse(""));
        model.put("groups", groups(group, rows));
        model.put("page", page);
        model.put("more", found.size() > page * SIZE && page < LAST_PAGE);
        model.put("filter", filter(group));
        model.put("notice", Notice.shown(request));
        return PageResponse.view("letters", "letters.title", model);
    }

    /** The group that an address or a form names. */
    static Optional<String> group(PageRequest request) {
        return request.parameter("gruppe")
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_GROUP)
                .filter(name -> name.chars().noneMatch(Character::isISOControl));
    }

    /** The query of an address that keeps the filter. */
    static String filter(Optional<String> group) {
        return group.map(name -> "gruppe=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&")
                .orElse("");
    }

    /** Groups to choose from, also one that is gone but has left letters behind. */
    private List<String> groups(Optional<String> chosen, List<LetterRow> rows) {
        var names = new TreeSet<String>();
        groups.list().forEach(group -> names.add(group.name()));
        rows.forEach(row -> names.add(row.group()));
        chosen.ifPresent(names::add);
        return List.copyOf(names);
    }

    private static int page(String text) {
        int page = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 1;
        return Math.max(1, Math.min(LAST_PAGE, page));
    }
}
