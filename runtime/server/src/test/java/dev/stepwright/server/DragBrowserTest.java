package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is dragged in the designer. */
class DragBrowserTest extends BrowserTest {
    private static final String TRIP = """
            {
              "StartAt": "Book",
              "States": {
                "Book": {"Type": "Pass",   "Next": "Pay"},
                "Pay": {"Type": "Pass", "Next": "Each"},
                "Each": {"Type": "Map", "Next": "Done", "ItemProcessor": {"StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}},
                "Done": {"Type": "Succeed"}
              }
            }
            """;
    private static final String TEXT = "document.getElementById('text').value";

    @BeforeEach
    void open() throws Exception {
        design(TRIP);
    }

    private static String palette(String type) {
        return "document.querySelector('#palette [value=" + type + "]')";
    }

    private static String state(String name) {
        return "document.querySelector('[data-state=" + name + "] .name')";
    }

    /** Returns a point a little beside the middle of a way. */
    private static String way(String selector) {
        return "(line => {const middle = line.getPointAtLength(line.getTotalLength() / 2).matrixTransform(line.getScreenCTM());"
                + " return {x: middle.x + 9, y: middle.y}})(document.querySelector('.way" + selector + " .line'))";
    }

    private static void untilText(String part) throws Exception {
        browser.until(TEXT + ".replace(/\\s+/g, ' ').includes('" + part + "')");
    }

    @Test
    void a_new_state_is_dragged_onto_a_way_and_chosen() throws Exception {
        browser.drag(palette("Wait"), way("[data-from=Book][data-to=Pay]"));

        browser.until("document.querySelector('[data-state=Wait].chosen')");
        assertThat(browser.run("return " + TEXT).stringValue())
                .contains(
                        "\"Book\": {\"Type\": \"Pass\",   \"Next\": \"Wait\"}",
                        "\"Wait\": {\"Type\": \"Wait\", \"Seconds\": 1, \"Next\": \"Pay\"}");
    }

    @Test
    void the_start_and_an_end_are_ways_too() throws Exception {
        browser.drag(palette("Pass"), way("[data-to=Book]"));
        untilText("\"StartAt\": \"Pass\"");
        browser.until("document.querySelector('.way[data-to=Pass]')");

        browser.drag(palette("Fail"), way("[data-from=One]:not([data-to])"));
        untilText("\"One\": {\"Type\": \"Pass\", \"Next\": \"Fail\"}");
    }

    @Test
    void a_state_is_dragged_elsewhere_with_its_text() throws Exception {
        browser.drag(state("Book"), way("[data-from=Pay][data-to=Each]"));

        untilText("\"StartAt\": \"Pay\"");
        assertThat(browser.run("return " + TEXT).stringValue())
                .contains("\"Book\": {\"Type\": \"Pass\",   \"Next\": \"Each\"}");
        browser.until("document.querySelector('[data-state=Book].chosen')");
    }

    @Test
    void a_state_that_contains_others_is_dragged_by_its_name() throws Exception {
        browser.drag(state("Each"), way("[data-from=Book][data-to=Pay]"));

        untilText("\"Pay\": {\"Type\": \"Pass\", \"Next\": \"Done\"}");
    }

    @Test
    void what_cannot_be_put_there_is_told_and_changes_nothing() throws Exception {
        browser.drag(palette("Succeed"), way("[data-from=Book][data-to=Pay]"));

        browser.until("document.getElementById('told').textContent.includes('nothing would lead to')");
        assertThat(browser.run("return " + TEXT).stringValue()).isEqualTo(TRIP);
    }

    @Test
    void what_is_let_go_away_from_the_picture_is_put_nowhere() throws Exception {
        browser.drag(palette("Wait"), "{x: 5, y: 5}");
        browser.drag(state("Done"), way("[data-from=Book][data-to=Pay]"));

        browser.drag(palette("Pass"), way("[data-from=Book][data-to=Pay]"));
        browser.until("document.querySelector('[data-state=Pass].chosen')");
        assertThat(browser.run("return " + TEXT).stringValue())
                .doesNotContain("Wait")
                .contains("\"Next\": \"Done\"");
    }

    @Test
    void escape_lets_go_and_so_does_a_button_that_nobody_holds_any_more() throws Exception {
        browser.hold(palette("Wait"));
        browser.moveTo(way("[data-from=Book][data-to=Pay]"));
        browser.press("Escape");
        browser.letGo();
        browser.hold(palette("Task"));
        browser.moveTo(way("[data-from=Book][data-to=Pay]"));
        browser.run(
                "const at = " + way("[data-from=Book][data-to=Pay]")
                        + "; document.dispatchEvent(new PointerEvent('pointermove', {pointerId: 1, buttons: 0, clientX: at.x, clientY: at.y}))");
        browser.letGo();

        browser.drag(palette("Pass"), way("[data-from=Book][data-to=Pay]"));
        browser.until("document.querySelector('[data-state=Pass].chosen')");
        assertThat(browser.run("return " + TEXT).stringValue()).doesNotContain("Wait", "Task");
    }

    @Test
    void what_is_held_near_an_edge_scrolls_the_frame_until_it_is_let_go() throws Exception {
        String frame = "document.getElementById('picture')";
        browser.run(
                "for (let i = 0; i < 8; i++) document.getElementById('larger').click(); " + frame + ".scrollTo(0, 0)");
        browser.hold(palette("Wait"));

        browser.moveTo(
                "(box => ({x: box.left + box.width / 2, y: box.bottom - 3}))(" + frame + ".getBoundingClientRect())");
        browser.until(frame + ".scrollTop > 0 && " + frame + ".scrollTop + " + frame + ".clientHeight > " + frame
                + ".scrollHeight - 2");
        browser.moveTo(
                "(box => ({x: box.left + box.width / 2, y: box.top + 3}))(" + frame + ".getBoundingClientRect())");
        browser.until(frame + ".scrollTop === 0");
        browser.press("Escape");
        browser.run(frame + ".scrollTop = 100");

        assertThat(browser.run("return new Promise(go => requestAnimationFrame(() => requestAnimationFrame(() => go("
                                + frame + ".scrollTop))))")
                        .asInt())
                .isEqualTo(100);
        browser.letGo();
    }

    @Test
    void another_pointer_does_not_let_go_of_what_is_held() throws Exception {
        browser.hold(palette("Wait"));
        browser.moveTo(way("[data-from=Book][data-to=Pay]"));
        browser.run("for (const type of ['pointermove', 'pointerup', 'pointercancel'])"
                + " document.dispatchEvent(new PointerEvent(type, {pointerId: 7, buttons: 1}))");
        browser.moveTo(way("[data-from=Pay][data-to=Each]"));
        browser.letGo();

        untilText("\"Pay\": {\"Type\": \"Pass\", \"Next\": \"Wait\"}");
    }

    @Test
    void a_picture_that_is_drawn_again_meanwhile_has_the_ways() throws Exception {
        browser.hold(palette("Wait"));
        browser.moveTo(way("[data-from=Book][data-to=Pay]"));
        browser.run("const text = document.getElementById('text');"
                + " text.value = text.value.replaceAll('\"Pay\"', '\"Bill\"'); text.dispatchEvent(new Event('input'))");
        browser.until("document.querySelector('[data-state=Bill]')");
        browser.moveTo(way("[data-from=Book][data-to=Bill]"));
        browser.until("document.querySelector('.way.target[data-to=Bill]')");
        browser.letGo();

        untilText("\"Book\": {\"Type\": \"Pass\", \"Next\": \"Wait\"}");
    }

    @Test
    void what_is_chosen_stays_so_where_something_is_let_go() throws Exception {
        press("Book");

        browser.drag(
                state("Pay"),
                "(frame => ({x: frame.left + 5, y: frame.bottom - 20}))(document.getElementById('picture').getBoundingClientRect())");

        assertThat(browser.run("return document.querySelector('.chosen')?.dataset.state")
                        .asString(""))
                .isEqualTo("Book");
        press("Done");
    }

    private static void press(String name) throws Exception {
        browser.hold(state(name));
        browser.letGo();
        browser.until("document.querySelector('[data-state=" + name + "].chosen')");
    }

    @Test
    void a_name_that_is_typed_counts_when_a_state_is_pressed() throws Exception {
        press("Book");
        browser.run("document.getElementById('rename').select()");
        browser.type("Order");

        browser.hold(state("Pay"));
        browser.letGo();

        untilText("\"StartAt\": \"Order\"");
    }
}
