package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A machine that is made in the designer alone, without a word of its text, from the one that a new machine begins with. */
class FromNothingBrowserTest extends BrowserTest {
    private static final String TEXT = "document.getElementById('text').value";
    private static final String NAME = "document.getElementById('rename').value";

    private final List<String> texts = new ArrayList<>();

    private static String text() throws Exception {
        return browser.run("return " + TEXT).stringValue();
    }

    private static void choose(String state) throws Exception {
        String drawn = "document.querySelector('[data-state=\"" + state + "\"]')";
        browser.until(drawn);
        browser.run(drawn + ".dispatchEvent(new MouseEvent('click', {bubbles: true}))");
        browser.until(NAME + " === '" + state + "'");
    }

    /** Does something with what an expression stands for, as soon as that is there, and waits until the text has changed. */
    private void change(String element, String action) throws Exception {
        String before = text();
        browser.until("(it => it && (" + action + ", true))(" + element + ")");
        browser.until(TEXT + " !== " + JsonText.quote(before));
        texts.add(text());
    }

    /** Adds a state beside another one; it has the name of its type, or one that begins with it. */
    private void add(String beside, String where, String type) throws Exception {
        choose(beside);
        change(
                "document.getElementById('kind')",
                "it.value = '" + type + "', document.getElementById('" + where + "').click()");
        browser.until(NAME + ".startsWith('" + type + "')");
    }

    private void click(String state, String place) throws Exception {
        choose(state);
        change("document.querySelector('#fields button[data-change=ADD][data-at=\"" + place + "\"]')", "it.click()");
    }

    private void set(String state, String place, String value) throws Exception {
        choose(state);
        change(
                "document.querySelector('#fields [data-at=\"" + place + "\"]:not(button)')",
                "it.closest('details')?.setAttribute('open', ''), it.focus(), it.value = " + JsonText.quote(value)
                        + ", it.matches('select') ? it.dispatchEvent(new Event('change', {bubbles: true})) : it.blur()");
    }

    @Test
    void every_type_of_state_and_three_levels_are_made_taken_back_and_made_again() throws Exception {
        browser.open(address("/designer"), "document.querySelector('[data-state]')");
        texts.add(text());
        add("Start", "after", "Task");
        add("Task", "after", "Wait");
        add("Wait", "after", "Parallel");
        add("Branch of Parallel", "after", "Map");
        add("Item of Map", "after", "Parallel");
        add("Branch of Parallel 2", "before", "Pass");
        add("Branch of Parallel 2", "after", "Fail");
        add("Wait", "after", "Choice");
        add("Parallel", "after", "Succeed");
        add("Start", "before", "Pass");
        click("Task", "/States/Task/Retry");
        click("Task", "/States/Task/Catch");
        set("Task", "/States/Task/Assign", "{\"id\": \"{% $states.result.id %}\"}");
        set("Task", "/States/Task/Arguments", "{\"order\": \"{% $states.input %}\"}");
        click("Parallel", "/States/Parallel/Branches");
        click("Choice", "/States/Choice/Choices");
        set("Start", "/States/Start/QueryLanguage", "JSONata");

        String made = text();
        browser.until("document.getElementById('picture').getAttribute('aria-busy') === 'false'");
        assertThat(browser.run(
                                "return [...document.querySelectorAll('#findings .error')].map(each => each.textContent).join()")
                        .stringValue())
                .as(made)
                .isEmpty();
        assertThat(states(made))
                .containsOnlyOnce("Task", "Wait", "Choice", "Map", "Succeed", "Fail")
                .contains("Pass", "Parallel");
        assertThat(JsonDocument.parse(made)
                        .root()
                        .at("/States/Task/Catch/0/Next")
                        .stringValue())
                .isEqualTo("Wait");

        for (int i = texts.size() - 2; i >= 0; i--) {
            press("undo", texts.get(i));
        }
        for (int i = 1; i < texts.size(); i++) {
            press("redo", texts.get(i));
        }
        assertThat(text()).isEqualTo(made);
    }

    @Test
    void a_machine_without_states_gets_its_first_one_by_a_button() throws Exception {
        String none = "{\"Comment\": \"later\", \"TimeoutSeconds\" : 1.10, \"States\": {}}";
        String isHidden = "document.getElementById('empty').hidden";
        browser.open(address("/designer"), "document.querySelector('[data-state]')");
        assertThat(browser.run("return " + isHidden).asBoolean()).isTrue();

        browser.run("const text = document.getElementById('text'); text.value = " + JsonText.quote(none)
                + "; text.dispatchEvent(new Event('input'))");
        browser.until("!" + isHidden);
        browser.click("document.getElementById('first')");
        browser.until("document.querySelector('[data-state=Start]')");

        assertThat(JsonDocument.parse(text()).root())
                .isEqualTo(JsonDocument.parse("""
                {"Comment": "later", "TimeoutSeconds": 1.10, "StartAt": "Start", "States": {"Start": {"Type": "Pass", "End": true}}}""").root());
        assertThat(text()).startsWith("{\"Comment\": \"later\", \"TimeoutSeconds\" : 1.10, ");
        browser.until(isHidden);
        press("undo", none);
    }

    private static void press(String button, String expected) throws Exception {
        browser.run("document.getElementById('" + button + "').click()");
        browser.until(TEXT + " === " + JsonText.quote(expected));
    }

    private static List<String> states(String text) {
        return StateMachineDefinition.of(JsonDocument.parse(text).root()).scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .map(state -> state.json().path("Type").stringValue())
                .toList();
    }
}
