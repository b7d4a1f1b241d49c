package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonText;
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
    private static final String FRAME = "document.getElementById('picture')";

    @BeforeEach
    void open() throws Exception {
        design(TRIP);
    }

    private static void choose(String state) throws Exception {
        browser.run("document.querySelector('[data-state=" + state
                + "]').dispatchEvent(new MouseEvent('click', {bubbles: true}))");
    }

    private static String chosen() throws Exception {
        return browser.run("return document.querySelector('.chosen')?.dataset.state")
                .asString("");
    }

    /** Returns how far the middle of a state is from that of what the frame shows, its scroll bars apart. */
    private static double distance(String state) throws Exception {
        return browser.run("const frame = " + FRAME + ", box = frame.getBoundingClientRect();"
                        + " const state = document.querySelector('[data-state=" + state + "]').getBoundingClientRect();"
                        + " return Math.hypot(state.left + state.width / 2 - box.left - frame.clientLeft - frame.clientWidth / 2,"
                        + " state.top + state.height / 2 - box.top - frame.clientTop - frame.clientHeight / 2)")
                .asDouble();
    }

    private static String seen(String state) {
        return "(([state, frame]) => state.top >= frame.top && state.bottom <= frame.bottom && state.left >= frame.left"
                + " && state.right <= frame.right)([document.querySelector('[data-state=" + state + "]'), " + FRAME
                + "].map(each => each.getBoundingClientRect()))";
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

    @Test
    void a_state_that_is_chosen_before_a_change_of_the_text_is_drawn_stays_chosen() throws Exception {
        browser.run(
                "const text = document.getElementById('text');"
                        + " text.value = text.value.replace('\"Book\": {', '\"New\": {\\n\"Type\":\\n\"Succeed\"},\\n\"Book\": {');"
                        + " text.dispatchEvent(new Event('input'));"
                        + " document.querySelector('[data-state=Done]').dispatchEvent(new MouseEvent('click', {bubbles: true}))");
        browser.until("document.querySelector('[data-state=New]')");

        assertThat(chosen()).isEqualTo("Done");
        assertThat(browser.run("const text = document.getElementById('text');"
                                + " return text.value.slice(text.selectionStart).trim()")
                        .stringValue())
                .startsWith("\"Done\": {");
    }

    @Test
    void the_picture_in_its_own_size_has_the_chosen_state_in_the_middle() throws Exception {
        choose("Two");
        browser.run("document.body.style.height = '480px'");
        browser.run(
                "for (let i = 0; i < 5; i++) document.getElementById('larger').click(); " + FRAME + ".scrollTo(0, 0)");

        browser.click("document.getElementById('actual')");
        browser.until("document.getElementById('scale').textContent === '100 %'");

        assertThat(distance("Two")).isLessThan(3);
    }

    @Test
    void the_chosen_state_stays_in_view_as_the_picture_grows() throws Exception {
        choose("Book");

        for (int i = 0; i < 6; i++) {
            browser.run("document.getElementById('larger').click()");
        }

        assertThat(browser.run("return " + FRAME + ".scrollHeight > 1.5 * " + FRAME + ".clientHeight")
                        .asBoolean())
                .isTrue();
        assertThat(browser.run("return " + seen("Book")).asBoolean()).isTrue();
    }

    @Test
    void a_chosen_state_is_moved_to_a_way_from_a_list() throws Exception {
        choose("Book");
        String onto = "document.getElementById('onto')";

        assertThat(browser.run("return [..." + onto + ".options].map(each => each.text).join()")
                        .stringValue())
                .isEqualTo("Each \u2192 Done,start \u2192 One,One \u2192 Two,Two \u2192 end");
        browser.run(
                onto
                        + ".value = 'Two \u2192 end'; const move = document.getElementById('move'); move.focus(); move.click()");
        browser.until("document.querySelector('.way[data-from=Two][data-to=Book]')");

        assertThat(chosen()).isEqualTo("Book");
        assertThat(browser.run("return document.activeElement.id").stringValue())
                .isEqualTo("move");
        assertThat(browser.run("return " + TEXT).stringValue())
                .contains(
                        "\"StartAt\": \"Each\"",
                        "\"Two\": {\"Type\": \"Pass\", \"Next\": \"Book\"}",
                        "\"Book\": {\"Type\": \"Pass\", \"End\": true}");
        browser.run("document.getElementById('undo').click()");
        browser.until(TEXT + " === " + JsonText.quote(TRIP));
    }

    @Test
    void a_state_is_not_moved_within_itself_and_one_that_ends_not_at_all() throws Exception {
        choose("Each");
        assertThat(browser.run("return [...document.getElementById('onto').options].map(each => each.text).join()")
                        .stringValue())
                .isEqualTo("start \u2192 Book");

        choose("Done");
        assertThat(browser.run("return getComputedStyle(document.getElementById('moving')).display")
                        .stringValue())
                .isEqualTo("none");
    }
}
