package de.einsnull.systemtest;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import de.einsnull.testkit.city.City;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the portal's pages as a visitor does: by following links, beginning at the start page. */
final class Site {

    /** Two pages of a family (a sensor, a module) are enough: its addresses differ in a part with digits, or a name. */
    private static final int MAX_OF_ONE_FAMILY = 2;

    private static final int MAX_PAGES = 100;

    private Site() {}

    /** Logs city IT in through the form, as a person would. */
    static void logIn(City city, Page page) {
        page.navigate(city.url("/de/anmelden").toString());
        page.fill("input[name=name]", "admin");
        page.fill("input[name=password]", city.adminPassword());
        page.click("main form button[type=submit]");
        page.waitForURL(address -> !address.contains("/anmelden"));
    }

    /** The cookies of somebody who has logged in as city IT. */
    static String logIn(City city, Chromium chromium) {
        try (BrowserContext visitor = chromium.visitor();
                Page page = visitor.newPage()) {
            logIn(city, page);
            return visitor.storageState();
        }
    }

    /**
     * All pages in German that the visitor reaches.
     *
     * @return paths below the language without a leading slash, the start page is the empty string
     */
    static List<String> pages(City city, BrowserContext visitor) {
        Set<String> found = new LinkedHashSet<>(List.of(""));
        Deque<String> open = new ArrayDeque<>(found);
        try (Page page = visitor.newPage()) {
            while (!open.isEmpty() && found.size() < MAX_PAGES) {
                page.navigate(city.url("/de/" + open.poll()).toString());
                for (String path : links(page)) {
                    if (!found.contains(path) && familySize(path, found) < MAX_OF_ONE_FAMILY) {
                        found.add(path);
                        open.add(path);
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Page page) {
        return (List<String>)
                page.evalOnSelectorAll(
                        "a[href]:not([download])",
                        "as => as.map(a => new URL(a.href)).filter(u => u.origin === location.origin)"
                                + ".map(u => u.pathname).filter(p => p.startsWith('/de/') && !p.split('/').pop().includes('.')).map(p => p.substring(4))");
    }

    private static long familySize(String path, Set<String> found) {
        return found.stream().map(Site::family).filter(family(path)::equals).count();
    }

    private static String family(String path) {
        return path.replaceAll("[^/]*\\d[^/]*", "#")
                .replaceAll("^verwaltung/module/(?!hochladen|verlauf|quellen)[^/]+", "verwaltung/module/#");
    }
}
