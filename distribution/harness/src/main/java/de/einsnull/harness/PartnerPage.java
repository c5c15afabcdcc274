package de.einsnull.harness;

/** The smallest portal page a partner can bring: one line of text. */
public final class PartnerPage {

    private PartnerPage() {}

    /**
     * Makes the bundle.
     *
     * @param name symbolic name of the bundle
     * @param version bundle version
     * @param path path of the page below the language
     * @param text what the page says
     */
    public static PartnerBundle of(String name, String version, String path, String text) {
        return new PartnerBundle(name, version)
                .imports("de.einsnull.portal.api;version=\"[1,2)\"")
                .property("einsnull.page.path", path)
                .property("einsnull.page.access", "public")
                .component("PartnerPage", "de.einsnull.portal.api.PortalPage", source(text));
    }

    private static String source(String text) {
        return """
                import de.einsnull.portal.api.*;
                public final class PartnerPage implements PortalPage {
                    public PageResponse handle(PageRequest request) {
                        return new PageResponse.Content("text/plain;charset=utf-8", "%s".getBytes());
                    }
                }
                """
                .formatted(text);
    }
}
