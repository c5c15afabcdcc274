package de.einsnull.sensors.trees;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageNotice;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.Roles;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.WorkList;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code arbeitsplatz/baeume}: which trees need water and why, as a page, on paper, as CSV, and as tasks for a team. */
@Component(service = PortalPage.class)
@PageAt(path = TreesPage.PATH, access = Roles.STAFF)
public final class TreesPage implements PortalPage {

    static final String PATH = "arbeitsplatz/baeume";

    private final Trees trees;
    private final Words words;
    private final Clock clock = Clock.systemUTC();

    /** There while the module that keeps tasks runs. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile WorkList work;

    /**
     * Starts the page.
     *
     * @param trees knows which trees need water
     * @param words texts
     */
    @Activate
    public TreesPage(@Reference Trees trees, @Reference Words words) {
        this.trees = trees;
        this.words = words;
    }

    /** What the page says after something was done. */
    enum Notice implements PageNotice {
        /** A team was asked. */
        ASKED("beauftragt", Kind.SUCCESS),
        /** It was asked already, or there is nothing to be done, or no list to put it on. */
        NOTHING("nichts", Kind.INFO);

        private final String word;
        private final Kind kind;

        Notice(String word, Kind kind) {
            this.word = word;
            this.kind = kind;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public String word() {
            return word;
        }

        @Override
        public String key() {
            return "notice." + word;
        }
    }

    @Override
    public PageResponse handle(PageRequest request) {
        return switch (request.path()) {
            case "" -> list(request);
            case "liste.csv" -> new PageResponse.Content(
                    "text/csv; charset=utf-8", csv(request.language()).getBytes(StandardCharsets.UTF_8));
            case "auftrag" -> request.isPost() ? ask(request) : PageResponse.notFound();
            default -> PageResponse.notFound();
        };
    }

    private PageResponse list(PageRequest request) {
        var model = new HashMap<String, Object>();
        model.put("notice", PageNotice.shown(request, Notice.values()));
        model.put("limit", trees.settings().dry_below());
        model.put("days", trees.settings().soon_in_days());
        model.put("team", trees.settings().team());
        model.put("at", clock.instant());
        model.put("tasks", work != null);
        try {
            var all = trees.all().stream().map(this::marked).toList();
            for (var need : Tree.Need.values()) {
                model.put(need.name().toLowerCase(Locale.ROOT), of(all, need));
            }
            model.put("total", all.size());
            model.put("demo", all.stream().anyMatch(Tree::demo));
            model.put("broken", false);
        } catch (SensorDataException e) {
            model.put("broken", true);
        }
        return PageResponse.view("trees", "trees.title", model);
    }

    private static List<Tree> of(List<Tree> all, Tree.Need need) {
        return all.stream().filter(tree -> tree.need() == need).toList();
    }

    private Tree marked(Tree tree) {
        var list = work;
        return list == null || tree.need() == Tree.Need.NOTHING ? tree : tree.asked(list.isOpen(reference(tree)));
    }

    private static String reference(Tree tree) {
        return "tree/" + tree.id() + "/water";
    }

    /** Asks for one tree, or for all that need water now. */
    private PageResponse ask(PageRequest request) {
        var list = work;
        String one = request.parameter("baum").orElse("");
        long added = list == null
                ? 0
                : trees.all().stream()
                        .filter(tree -> one.isEmpty() ? tree.need() == Tree.Need.NOW : one.equals("" + tree.id()))
                        .filter(tree -> list.add(entry(tree)))
                        .count();
        return new PageResponse.Redirect(PATH + "?" + (added > 0 ? Notice.ASKED : Notice.NOTHING).query());
    }

    /** In German, the language of the city's work. */
    private WorkList.Entry entry(Tree tree) {
        String title = words.text(Language.DE, "task.title", tree.name());
        return new WorkList.Entry(
                reference(tree),
                trees.settings().team(),
                title.substring(0, Math.min(WorkList.MAX_TITLE_CHARS, title.length())),
                reason(tree, Language.DE),
                "sensoren/" + tree.id());
    }

    private String reason(Tree tree, Language language) {
        if (Double.isNaN(tree.moisture())) {
            return words.text(language, "reason.none");
        }
        String moisture = decimal(tree.moisture());
        String now = words.text(language, "reason.moisture", moisture);
        return tree.drySince() == null
                ? now
                : now + ", "
                        + words.text(
                                language,
                                "reason.since",
                                tree.drySince().atZone(Csv.ZONE).toLocalDate());
    }

    private static String decimal(double number) {
        return String.format(Locale.GERMAN, "%.1f", number);
    }

    private String csv(Language language) {
        return Csv.of(trees.all(), key -> words.text(language, key));
    }
}
