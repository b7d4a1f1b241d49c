package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the designer does with the chosen state. */
class ChosenStateBrowserTest extends BrowserTest {
    private static final String TRIP = """
            {
              "StartAt": "Book",
              "States": {
                "Book": {"Type": "Pass",   "Next": "Each"},
                "Each": {"Type": "Map", "Next": "Done", "ItemProcessor": {"StartAt": "One", "States": {
                  "One": {"Type": "Pass", "Next": "Two"},
                  "Two": {"Type": "Pass", "End": true}
                }}},
                "Done": {"Type": "Succeed"}
              }
            }
            """;
    private static final String TEXT = "document.getElementById('text').value";

    @BeforeEach
    void open() throws Exception {
        browser.open(
                address("/designer/" + server.machine("trip", TRIP)),
                "document.querySelector('#picture [data-state]')");
    }

    private static void choose(String state) throws Exception {
        browser.run("document.querySelector('[data-state=" + state
                + "]').dispatchEvent(new MouseEvent('click', {bubbles: true}))");
    }

    private static String chosen() throws Exception {
        return browser.run("return document.querySelector('.chosen')?.dataset.state")
                .asString("");
    }

    @Test
    void a_name_that_is_taken_back_stays_chosen() throws Exception {
        choose("Two");
        browser.run("const field = document.getElementById('rename'); field.value = 'Last';"
                + " field.dispatchEvent(new Event('change'))");
        browser.until("document.querySelector('[data-state=Last].chosen')");

        browser.click("document.getElementById('undo')");
        browser.until("document.querySelector('[data-state=Two]')");

        assertThat(chosen()).isEqualTo("Two");
        assertThat(browser.run("return " + TEXT).stringValue()).isEqualTo(TRIP);
    }

    @Test
    void a_state_that_is_taken_back_is_not_taken_for_another() throws Exception {
        choose("One");
        browser.click("document.getElementById('copy')");
        browser.until("document.querySelector('[data-state=\"One 2\"].chosen')");

        browser.click("document.getElementById('undo')");
        browser.until("!document.querySelector('[data-state=\"One 2\"]')");

        assertThat(chosen()).isNotEqualTo("Two");
        assertThat(browser.run("return " + TEXT).stringValue()).isEqualTo(TRIP);
    }
}
