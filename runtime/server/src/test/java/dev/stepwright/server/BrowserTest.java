package dev.stepwright.server;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A browser for all tests of a class. */
abstract class BrowserTest extends PageTest {
    static Browser browser;

    @BeforeAll
    static void startBrowser() throws Exception {
        browser = Browser.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Opens the designer with a machine, and waits for its picture. */
    void design(String definition) throws Exception {
        browser.open(
                address("/designer/" + server.machine("trip", definition)),
                "document.querySelector('#picture [data-state]')");
    }
}
