package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the designer's script and the forms of the pages do in a browser. */
class InBrowserTest extends BrowserTest {
    private static final String ORDER = """
            {
                "StartAt": "Check",
                "States": {
                    "Check": {"Type": "Pass", "OutputPath": "$.order.id",   "Next": "Done"},
                    "Done": {"Type": "Succeed"}
                }
            }
            """;
    private static final String DRAWN = "document.querySelector('#picture [data-state]')";
    private static final String TEXT = "document.getElementById('text').value";

    private String text() throws Exception {
        return browser.run("return " + TEXT).stringValue();
    }

    private void openOrder() throws Exception {
        browser.open(address("/designer/" + server.machine("order", ORDER)), DRAWN);
    }

    private static void choose(String state) throws Exception {
        browser.run("document.querySelector('[data-state=\"" + state
                + "\"]').dispatchEvent(new MouseEvent('click', {bubbles: true}))");
    }

    @Test
    void a_state_is_added_without_touching_other_text_and_taken_back() throws Exception {
        openOrder();
        choose("Check");

        browser.run("document.getElementById('kind').value = 'Wait'; document.getElementById('after').click()");
        browser.until("document.querySelector('[data-state=\"Wait\"].chosen')");

        assertThat(text())
                .isEqualTo(
                        ORDER.replace(
                                "\"Next\": \"Done\"},\n",
                                "\"Next\": \"Wait\"},\n        \"Wait\": {\"Type\": \"Wait\", \"Seconds\": 1, \"Next\": \"Done\"},\n"));

        browser.run("document.execCommand('undo')");
        browser.until("!document.querySelector('[data-state=\"Wait\"]')");
        assertThat(text()).isEqualTo(ORDER);
    }

    @Test
    void a_state_is_copied_and_the_copy_chosen() throws Exception {
        openOrder();
        choose("Check");

        browser.click("document.getElementById('copy')");
        browser.until("document.querySelector('[data-state=\"Check 2\"].chosen')");

        assertThat(text())
                .contains(
                        "\"Check\": {\"Type\": \"Pass\", \"OutputPath\": \"$.order.id\",   \"Next\": \"Check 2\"}",
                        "\"Check 2\": {\"Type\": \"Pass\", \"OutputPath\": \"$.order.id\",");
    }

    @Test
    void a_definition_of_one_line_opens_in_several_and_any_is_laid_out() throws Exception {
        String line = "{\"StartAt\":\"Done\",\"States\":{\"Done\":{\"Type\":\"Pass\",\"Result\":1.10,\"End\":true}}}";
        String laidOut = JsonText.pretty(JsonDocument.parse(line).root()) + "\n";
        browser.open(address("/designer/" + server.machine("line", line)), DRAWN);

        assertThat(text()).isEqualTo(laidOut).contains("1.10");

        browser.run(
                "document.getElementById('text').value = '" + line + "'; document.getElementById('layout').click()");
        browser.until(TEXT + ".includes('\\n')");
        assertThat(text()).isEqualTo(laidOut);
    }

    @Test
    void a_state_that_brings_another_with_it_stays_chosen_and_the_focus_where_it_was() throws Exception {
        browser.open(address("/designer"), DRAWN);
        String before = text();
        choose("Start");

        browser.run(
                "document.getElementById('kind').value = 'Choice'; const add = document.getElementById('after'); add.focus(); add.click()");
        browser.until(
                "document.querySelector('[data-state=Choice].chosen') && document.querySelector('[data-state=Succeed]')");

        assertThat(browser.run("return document.activeElement.id").stringValue())
                .isEqualTo("after");
        assertThat(browser.run("return document.getElementById('rename').value").stringValue())
                .isEqualTo("Choice");
        browser.run(
                "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'z', ctrlKey: true, bubbles: true}))");
        browser.until(TEXT + " === " + JsonText.quote(before));
    }

    @Test
    void the_keyboard_reaches_a_state_and_gives_it_another_name() throws Exception {
        openOrder();

        browser.run("document.querySelector('[data-state=\"Done\"]').focus()");
        browser.press("Enter");
        browser.until("document.activeElement.id === 'rename' && document.activeElement.value === 'Done'");
        browser.run(
                "const field = document.activeElement; field.value = 'Ready'; field.dispatchEvent(new Event('change'))");
        browser.until(TEXT + ".includes('Ready')");

        assertThat(text()).isEqualTo(ORDER.replace("\"Done\"", "\"Ready\""));
    }

    @Test
    void a_state_within_another_is_one_of_its_group_to_those_who_do_not_see() throws Exception {
        browser.open(address("/designer/" + server.machine("each", """
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true,
                  "ItemProcessor": {"StartAt": "One", "States": {"One": {"Type": "Succeed"}}}}}}
                """)), DRAWN);
        choose("One");

        assertThat(browser.run("""
                const roles = [];
                for (let at = document.querySelector('[data-state=One]'); at.id !== 'picture'; at = at.parentElement) {
                  roles.push(at.getAttribute('role') + ' ' + at.getAttribute('aria-selected'));
                }
                return roles.join(', ')""").stringValue()).isEqualTo("treeitem true, group null, treeitem false, tree null");
    }

    @Test
    void while_no_state_is_chosen_there_is_nothing_to_change_one_with() throws Exception {
        openOrder();
        String shown = "return getComputedStyle(document.getElementById('place')).display";

        assertThat(browser.run(shown).stringValue()).isEqualTo("none");
        choose("Check");
        assertThat(browser.run(shown).stringValue()).isEqualTo("grid");
    }

    @Test
    void a_name_of_characters_that_are_two_units_long_is_changed_whole() throws Exception {
        openOrder();
        String state = "Done";

        for (String name :
                List.of("\uD83D\uDE00", "\uD83D\uDE01", "\uD83E\uDE01")) { // others in one half, then in the other
            choose(state);
            browser.run("const field = document.getElementById('rename'); field.value = '" + name
                    + "'; field.dispatchEvent(new Event('change'))");
            browser.until("document.querySelector('[data-state=\"" + name + "\"]')");
            state = name;
        }

        assertThat(text()).isEqualTo(ORDER.replace("\"Done\"", '"' + state + '"'));
    }

    private static String at(String place) {
        return "document.querySelector('[data-at=\"" + place + "\"]')";
    }

    /** Types into a field and leaves it. */
    private static void type(String place, String value) throws Exception {
        browser.until(at(place));
        browser.run(
                "const field = " + at(place) + "; field.closest('details')?.setAttribute('open', ''); field.focus();"
                        + "field.value = " + JsonText.quote(value) + "; field.blur()");
    }

    @Test
    void what_is_typed_in_a_field_is_in_the_text_and_what_is_wrong_with_it_beside_the_field() throws Exception {
        openOrder();
        choose("Check");

        type("/States/Check/OutputPath", "order");
        browser.until("document.querySelector('[data-at=\"/States/Check/OutputPath\"][aria-invalid=true]')");

        assertThat(text()).isEqualTo(ORDER.replace("$.order.id", "order"));
        assertThat(browser.run("const field = " + at("/States/Check/OutputPath") + ";"
                                + "return document.getElementById(field.getAttribute('aria-describedby')).textContent")
                        .stringValue())
                .contains("OutputPath");
    }

    @Test
    void who_goes_on_to_more_fields_is_still_there_after_the_change() throws Exception {
        openOrder();
        choose("Check");
        String more = "document.querySelector('#fields details.more > summary')";
        browser.until(at("/States/Check/OutputPath"));

        browser.run("const field = " + at("/States/Check/OutputPath")
                + "; field.focus(); field.value = 'order'; window.before = " + more + "; before.focus()");
        browser.until(more + " !== before");

        assertThat(browser.run("return document.activeElement === " + more).asBoolean())
                .isTrue();
    }

    @Test
    void what_was_told_of_a_text_is_not_told_of_the_next_one() throws Exception {
        openOrder();
        browser.click("document.getElementById('save')");
        browser.until("document.getElementById('told').textContent === 'Saved.'");

        browser.run(
                "const text = document.getElementById('text'); text.focus(); document.execCommand('insertText', false, ' ')");

        assertThat(browser.run("return document.getElementById('told').textContent")
                        .stringValue())
                .isEmpty();
    }

    @Test
    void what_no_field_can_hold_stays_there_until_it_is_mended() throws Exception {
        openOrder();
        choose("Check");

        type("/States/Check/Parameters", "{a");
        browser.until("document.querySelector('.refused')");
        type("/States/Check/Comment", "both at once");
        browser.until(TEXT + ".includes('both at once')");
        browser.until("document.querySelector('.refused')?.value === '{a'");
        type("/States/Check/Parameters", "{\"a\": 1}");
        browser.until(TEXT + ".includes('\"Parameters\"')");

        assertThat(text())
                .isEqualTo(ORDER.replace(
                        "\"$.order.id\",   ",
                        "\"$.order.id\", \"Comment\": \"both at once\", \"Parameters\": {\"a\": 1},   "));
        browser.until("!document.querySelector('.refused')");
    }

    @Test
    void what_is_still_being_typed_is_saved() throws Exception {
        openOrder();
        choose("Done");
        browser.until(at("/States/Done/Comment"));

        browser.run(
                "const field = " + at("/States/Done/Comment") + "; field.closest('details').open = true; field.focus();"
                        + "field.value = 'the last word'; document.dispatchEvent(new KeyboardEvent('keydown', {key: 's', ctrlKey: true}))");
        browser.until("document.getElementById('told').textContent === 'Saved.'");

        assertThat(server.client().listStateMachines().stateMachines())
                .singleElement()
                .satisfies(machine -> assertThat(server.client()
                                .describeStateMachine(r -> r.stateMachineArn(machine.stateMachineArn()))
                                .definition())
                        .contains("the last word"));
    }

    @Test
    void a_large_picture_is_shown_whole_at_first_and_then_as_large_as_the_user_likes() throws Exception {
        String isWhole = "(frame => frame.scrollHeight <= frame.clientHeight && frame.scrollWidth <= frame.clientWidth)"
                + "(document.getElementById('picture'))";
        browser.open(address("/designer/" + server.machine("long", wayTo(30))), DRAWN);

        browser.until(isWhole);
        browser.run("for (let i = 0; i < 12; i++) { document.getElementById('larger').click(); }");
        assertThat(browser.run("return " + isWhole).asBoolean()).isFalse();
        choose("S30");
        browser.until("document.querySelector('[data-state=S30].chosen')");
        browser.run("document.getElementById('fit').click()");
        browser.until(isWhole);
    }

    @Test
    void a_picture_too_large_to_be_legible_as_a_whole_begins_at_its_start_and_is_shown_whole_on_demand()
            throws Exception {
        browser.open(address("/designer/" + server.machine("longer", wayTo(60))), DRAWN);

        assertThat(browser.run("return document.getElementById('scale').textContent")
                        .stringValue())
                .isEqualTo("25 %");
        assertThat(browser.run("return document.getElementById('picture').scrollTop")
                        .asInt())
                .isZero();

        browser.run("document.getElementById('fit').click()");
        browser.until("(frame => frame.scrollHeight <= frame.clientHeight)(document.getElementById('picture'))");
    }

    private static String wayTo(int last) {
        StringBuilder states = new StringBuilder();
        for (int i = 0; i < last; i++) {
            states.append("\"S%d\": {\"Type\": \"Pass\", \"Next\": \"S%d\"}, ".formatted(i, i + 1));
        }
        return "{\"StartAt\": \"S0\", \"States\": {" + states + "\"S" + last + "\": {\"Type\": \"Succeed\"}}}";
    }

    @Test
    void what_is_wrong_is_told_as_it_is_typed_and_leads_to_its_place() throws Exception {
        openOrder();

        browser.run(
                "const text = document.getElementById('text'); text.value = text.value.replace('OutputPath', 'OutPath');"
                        + "text.dispatchEvent(new Event('input'))");
        browser.until("document.querySelector('#findings .error')");
        browser.run("document.querySelector('#findings .error').click()");

        assertThat(browser.run(
                                "return document.querySelector('#gutter .error').textContent + "
                                        + "document.querySelector('#lines .found').textContent + document.getElementById('count').textContent")
                        .stringValue())
                .isEqualTo("4\"OutPath\"1 error");
        assertThat(browser.run("const text = document.getElementById('text');"
                                + "return text.value.slice(text.selectionStart, text.selectionStart + 9)")
                        .stringValue())
                .isEqualTo("\"OutPath\"");
    }

    @Test
    void what_mends_a_finding_is_a_button_and_can_be_taken_back() throws Exception {
        String misspelt = ORDER.replace("OutputPath", "OutptPath");
        browser.open(address("/designer/" + server.machine("order", ORDER)), DRAWN);
        browser.run("const text = document.getElementById('text'); text.value = " + JsonText.quote(misspelt)
                + "; text.dispatchEvent(new Event('input'))");
        String fix = "document.querySelector('#findings .fix')";
        browser.until(fix);

        assertThat(browser.run("return " + fix + ".textContent").stringValue()).isEqualTo("Rename to OutputPath");
        assertThat(browser.run("const [told, mends, page] = ['#findings .error', '#findings .fix', 'body']"
                                + ".map(each => getComputedStyle(document.querySelector(each)).color);"
                                + "return told !== page && mends === page")
                        .asBoolean())
                .as("the finding is in its colour, what mends it is not")
                .isTrue();
        browser.click(fix);
        browser.until(TEXT + " === " + JsonText.quote(ORDER));
        browser.until("document.getElementById('count').textContent === 'No findings.'");
        browser.run("document.execCommand('undo')");
        browser.until(TEXT + " === " + JsonText.quote(misspelt));
    }

    @Test
    void the_cursor_in_the_text_chooses_the_state_around_it() throws Exception {
        openOrder();

        browser.run("const text = document.getElementById('text'); text.focus();"
                + "const at = text.value.indexOf('Succeed'); text.setSelectionRange(at, at)");

        browser.until("document.querySelector('[data-state=Done].chosen')");
        assertThat(browser.run("return document.activeElement.id").stringValue())
                .isEqualTo("text");
    }

    @Test
    void the_text_is_coloured_by_what_it_is() throws Exception {
        String coloured =
                "{\"Comment\": \"a ${Name} b\",\n\"Seconds\": \"{% $now() %}\", \"x.$\": \"$.a\", \"n\": -1.5e3}";
        openOrder();

        browser.run("const text = document.getElementById('text'); text.value = " + JsonText.quote(coloured)
                + "; text.dispatchEvent(new Event('input'))");
        browser.until("document.querySelector('#lines .jsonata')");

        assertThat(browser.run("return [...document.querySelectorAll('#lines [class]')].filter(each => each.className)"
                                + ".map(each => each.className + ' ' + each.textContent).join('\\n')")
                        .stringValue()
                        .lines())
                .contains("key \"Comment\"", "string \"a ${Name} b\"", "placeholder ${Name}", "jsonata  $now() ")
                .contains("path \"$.a\"", "literal -1.5e3");
        assertThat(browser.run("return document.getElementById('lines').textContent")
                        .stringValue())
                .isEqualTo(coloured + "\n");
    }

    @Test
    void a_new_machine_is_saved_and_run_with_the_input_that_it_reads() throws Exception {
        browser.open(address("/designer"), DRAWN);

        browser.run(
                "document.getElementById('name').value = 'fresh'; const text = document.getElementById('text'); text.value = "
                        + JsonText.quote(ORDER) + "; text.dispatchEvent(new Event('input'))");
        browser.until("document.getElementById('input').value.includes('order')");
        browser.click("document.getElementById('start')");
        browser.until("location.pathname.startsWith('/executions/')");

        String execution = browser.run("return decodeURIComponent(location.pathname)")
                .stringValue()
                .substring("/executions/".length());
        assertThat(execution).contains(":fresh:");
        assertThat(server.end(execution).output()).isEqualTo("null");
    }

    @Test
    void an_execution_is_started_stopped_and_started_again_on_the_pages() throws Exception {
        String machine = server.machine(
                "waiting",
                "{\"StartAt\": \"Rest\", \"States\": {\"Rest\": {\"Type\": \"Wait\", \"Seconds\": 1000, \"End\": true}}}");
        browser.open(address("/machines/" + machine), "document.getElementById('start')");

        browser.run("document.querySelector('#start [name=input]').value = '{\"order\": 17}'");
        browser.click("document.querySelector('#start button')");
        browser.until("location.pathname.startsWith('/executions/') && document.querySelector('[value=stop]')");
        browser.click("document.querySelector('[value=stop]')");
        browser.until("document.querySelector('.status').textContent === 'ABORTED'");
        browser.click("[...document.querySelectorAll('a')].find(a => a.textContent.startsWith('Start another'))");
        browser.until("document.querySelector('#start[open] [name=input]').value === '{\"order\": 17}'");
    }
}
