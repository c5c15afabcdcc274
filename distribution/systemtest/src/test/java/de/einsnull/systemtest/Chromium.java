package de.einsnull.systemtest;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The installed Chromium, steered by Playwright. One browser, a fresh context for every visitor. */
final class Chromium implements AutoCloseable {

    private static final int HEIGHT = 900;
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--use-angle=swiftshader",
            "--enable-unsafe-swiftshader");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        String program = System.getenv().getOrDefault("EINSNULL_CHROMIUM", "/usr/bin/chromium");
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(program))
                        .setArgs(ARGUMENTS));
    }

    /** A visitor with a desktop screen. */
    BrowserContext visitor() {
        return visitor(1280, true);
    }

    /** The same somebody, whose system prefers dark colours. */
    BrowserContext visitorAtNight(String storageState) {
        return browser.newContext(
                options(1280, true).setStorageState(storageState).setColorScheme(ColorScheme.DARK));
    }

    /**
     * A visitor without cookies or cache.
     *
     * @param width of the window in CSS pixels
     * @param javaScript whether the visitor's browser runs scripts
     */
    BrowserContext visitor(int width, boolean javaScript) {
        return browser.newContext(options(width, javaScript));
    }

    /** Somebody with the cookies of another visitor: who has logged in once need not do so for every test. */
    BrowserContext visitor(int width, boolean javaScript, String storageState) {
        return browser.newContext(options(width, javaScript).setStorageState(storageState));
    }

    private static Browser.NewContextOptions options(int width, boolean javaScript) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setJavaScriptEnabled(javaScript)
                .setLocale("de-DE")
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
