package de.einsnull.systemtest;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import de.einsnull.testkit.city.City;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with the pages of one language. Every page is opened once and looked at in both widths: opening is what takes
 * the time.
 *
 * @param accessibility findings of axe
 * @param sideways pages that scroll sideways on a narrow screen
 * @param spacing what is cut off or overlaps when readers space the text
 */
record Survey(List<String> accessibility, List<String> sideways, List<String> spacing) {

    /** What WCAG 1.4.10 asks for; also 1280 pixels at a zoom of 400 %. */
    static final int NARROW = 320;

    private static final int WIDE = 1280;
    private static final int HEIGHT = 900;

    static Survey of(City city, BrowserContext visitor, List<String> paths, String language) {
        var survey = new Survey(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (Page page = visitor.newPage()) {
            for (String path : paths) {
                String address = "/" + language + "/" + path;
                page.navigate(city.url(address).toString());
                survey.look(page, address);
            }
        }
        return survey;
    }

    private void look(Page page, String address) {
        page.setViewportSize(WIDE, HEIGHT);
        Checks.accessibility(page).forEach(finding -> accessibility.add(address + " " + finding));
        page.setViewportSize(NARROW, HEIGHT);
        int width = Checks.width(page);
        if (width > NARROW) {
            sideways.add(address + " is " + width + " pixels wide");
        }
        Checks.textSpacing(page).forEach(finding -> spacing.add(address + " (narrow) " + finding));
        page.setViewportSize(WIDE, HEIGHT);
        Checks.textSpacing(page).forEach(finding -> spacing.add(address + " " + finding));
    }
}
