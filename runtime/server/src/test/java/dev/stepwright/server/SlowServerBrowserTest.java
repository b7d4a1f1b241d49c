package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the designer does in a browser while an answer of the server is still to come. */
class SlowServerBrowserTest extends BrowserTest {
    private static final String ORDER = """
            {
                "StartAt": "Check",
                "States": {
                    "Check": {"Type": "Pass", "OutputPath": "$.order.id",   "Next": "Done"},
                    "Done": {"Type": "Succeed"}
                }
            }
            """;
    private static final String TEXT = "document.getElementById('text')";
    private static final String TITLE = "document.getElementById('title').textContent";
    private static final String COMMENT = "document.querySelector('[data-at=\"/States/Check/Comment\"]')";

    private void openCheck() throws Exception {
        browser.open(address("/designer/" + server.machine("order", ORDER)), "document.querySelector('[data-state]')");
        browser.run(
                "document.querySelector('[data-state=Check]').dispatchEvent(new MouseEvent('click', {bubbles: true}))");
        browser.until(COMMENT);
    }

    /** Has what the page asks of the designer wait until {@code release()} is called, which is there as soon as it asks. */
    private static void hold(String what) throws Exception {
        browser.run(
                "const real = window.fetch; window.fetch = (path, request) => path === '/designer/" + what
                        + "' ? new Promise(go => window.release = () => { window.fetch = real; go(real(path, request)); }) : real(path, request)");
    }

    private static void typeComment(String comment) throws Exception {
        browser.run(
                "const field = " + COMMENT + "; field.closest('details').open = true; field.focus(); field.value = '"
                        + comment + "'; field.blur()");
    }

    @Test
    void the_frame_of_the_picture_says_that_it_is_being_drawn_and_later_not() throws Exception {
        String told = "getComputedStyle(document.getElementById('picture'), '::before').content";
        browser.open(address("/designer"), "document.querySelector('[data-state]')");
        hold("picture");

        browser.run(
                "document.getElementById('picture').replaceChildren(); document.getElementById('type').dispatchEvent(new Event('change'))");
        browser.until("window.release");
        assertThat(browser.run("return " + told).stringValue()).isEqualTo("\"Drawing\u2026\"");
        browser.run("window.release()");
        browser.until("document.querySelector('[data-state]')");

        assertThat(browser.run("return " + told).stringValue()).isEqualTo("none");
        assertThat(browser.run("return document.getElementById('picture').getAttribute('aria-busy')")
                        .stringValue())
                .isEqualTo("false");
    }

    private static String text() throws Exception {
        return browser.run("return " + TEXT + ".value").stringValue();
    }

    @Test
    void a_change_that_moves_other_states_in_the_text_chooses_none_of_them() throws Exception {
        openCheck();
        browser.run("window.titles = []; new MutationObserver(() => titles.push(" + TITLE
                + ")).observe(document.getElementById('title'), {childList: true})");
        hold("picture");

        // Behind what is put in, the cursor is where the next state was before.
        browser.run(
                "const text = " + TEXT + "; text.focus(); const at = text.value.indexOf('\"Next\"');"
                        + "text.setSelectionRange(at, at); document.execCommand('insertText', false, '\"Comment\": \"both at once\", ')");
        browser.until("window.release");
        browser.run("window.release()");
        browser.until(
                "document.querySelector('#fields textarea')?.value === 'both at once' || titles.includes('Succeed Done')");

        assertThat(browser.run("return titles.filter(title => title !== 'Pass Check').join()")
                        .stringValue())
                .isEmpty();
    }

    @Test
    void who_leaves_a_field_for_nothing_else_does_not_come_to_type_in_the_text() throws Exception {
        openCheck();

        typeComment("left");
        browser.until(TEXT + ".value.includes('left')");

        assertThat(browser.run("return document.activeElement.localName").stringValue())
                .isEqualTo("body");
    }

    @Test
    void what_is_typed_in_the_text_while_a_change_is_under_way_is_kept() throws Exception {
        openCheck();
        hold("field");

        typeComment("slow");
        browser.until("window.release");
        browser.run("const text = " + TEXT
                + "; text.focus(); text.setSelectionRange(0, 0); document.execCommand('insertText', false, ' \\n')");
        browser.run("window.release()");
        browser.until(TEXT + ".value.includes('slow')");

        assertThat(text()).isEqualTo(" \n" + ORDER.replace("id\",", "id\", \"Comment\": \"slow\","));
    }
}
