package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What pages look like in a browser that has little room. */
class NarrowPageBrowserTest extends PageTest {
    @Test
    void a_name_without_blanks_is_no_wider_than_the_page() throws Exception {
        String name = "CannotBeBroken".repeat(5);
        String machine = server.machine(name, """
                {"StartAt": "NAME", "States": {"NAME": {"Type": "Fail", "Error": "NAME"}}}""".replace("NAME", name));
        String execution = server.client()
                .startExecution(r -> r.stateMachineArn(machine).name(name))
                .executionArn();
        server.end(execution);
        try (Browser browser = Browser.start()) {
            browser.open(address("/executions/" + execution), "document.querySelector('svg')");

            browser.run("document.body.style.maxWidth = '380px'");

            assertThat(browser.run(
                                    "return [...document.querySelectorAll('nav, h1, header, summary, main > div')]"
                                            + ".filter(each => each.scrollWidth > each.clientWidth).map(each => each.outerHTML).join('\\n')")
                            .stringValue())
                    .isEmpty();
        }
    }

    @Test
    void the_first_page_does_not_scroll_sideways_in_a_narrow_window() throws Exception {
        String machine = server.machine("orders", RunningServer.PASS);
        server.end(
                server.client().startExecution(r -> r.stateMachineArn(machine)).executionArn());
        try (Browser browser = Browser.start()) {
            browser.open(address("/"), "document.querySelectorAll('table').length === 2");

            browser.picture(500, 900);

            assertThat(browser.run("""
                            return [document.documentElement, ...document.querySelectorAll('table')]
                              .filter(each => each.scrollWidth > each.clientWidth)
                              .map(each => `${each.scrollWidth} > ${each.clientWidth}: ${each.innerText}`).join('\\n')""").stringValue()).isEmpty();
        }
    }
}
