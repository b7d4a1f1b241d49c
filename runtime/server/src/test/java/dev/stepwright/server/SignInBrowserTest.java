package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.server.access.GivenUsers;
import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;

/** What a browser does with the session of a server that has users. */
class SignInBrowserTest {
    private static final String KEY_FIELD = "document.querySelector('input[name=key]')";
    private static final String SUBMIT = "document.querySelector('form button')";
    private static final String WAITING =
            "{\"StartAt\": \"Rest\", \"States\": {\"Rest\": {\"Type\": \"Wait\", \"Seconds\": 1000, \"End\": true}}}";
    private static final String STATUS = "document.querySelector('main .status')?.textContent";
    private static final String RUN = "location.pathname.startsWith('/executions/')";

    @Test
    void a_session_leads_to_the_page_asked_for_and_calls_the_api_until_it_ends() throws Exception {
        try (Browser browser = Browser.start();
                RunningServer server = RunningServer.start(config -> config.users(GivenUsers.of(
                        GivenUsers.ada("{\"Effect\": \"Allow\", \"Action\": \"states:*\", \"Resource\": \"*\"}"))))) {
            String address = server.server().endpoint().toString();
            browser.open(URI.create(address + "/designer"), KEY_FIELD);
            assertThat(browser.run("return location.search").stringValue()).isEqualTo("?to=%2Fdesigner");
            browser.until("document.activeElement === " + KEY_FIELD);

            signIn(browser);
            browser.until("document.querySelector('#picture [data-state]')");
            assertThat(browser.run("return document.cookie").stringValue()).isEmpty();
            String told = "document.getElementById('told').textContent";
            browser.run(
                    "document.getElementById('name').value = 'made'; return fetch('/logout', {method: 'POST', body: new URLSearchParams()})");
            browser.click("document.getElementById('save')");
            browser.until(told + ".startsWith('Your session has ended.')");
            signInElsewhere(browser);
            browser.click("document.getElementById('save')");
            browser.until(told + " === 'Saved.'");
            browser.click("document.getElementById('start')");
            browser.until(RUN);

            String link = "document.querySelector('a')";
            browser.open(URI.create("data:text/html,%3Ca%20href=" + address + "%3Ea%20link%3C/a%3E"), link);
            browser.click(link);
            browser.until("document.body.innerText.includes('Signed in as ada')");
            browser.click("document.querySelector('form[action=\"/logout\"] button')");
            browser.until(KEY_FIELD);
            browser.open(URI.create(address + "/"), KEY_FIELD);
        }
    }

    private static void signIn(Browser browser) throws Exception {
        browser.run(KEY_FIELD + ".value = '" + GivenUsers.KEY
                + "'; document.querySelector('input[name=secret]').value = '" + GivenUsers.SECRET + "'");
        browser.click(SUBMIT);
    }

    private static void signInElsewhere(Browser browser) throws Exception {
        browser.run("return fetch('/login', {method: 'POST', body: new URLSearchParams({key: '" + GivenUsers.KEY
                + "', secret: '" + GivenUsers.SECRET + "'})})");
    }

    @Test
    void the_page_of_what_runs_stays_when_the_session_ends_and_goes_on_with_the_next() throws Exception {
        try (Browser browser = Browser.start();
                RunningServer server = RunningServer.start(config -> config.users(GivenUsers.of(
                        GivenUsers.ada("{\"Effect\": \"Allow\", \"Action\": \"states:*\", \"Resource\": \"*\"}"))));
                SfnClient ada = server.client(GivenUsers.KEY, GivenUsers.SECRET)) {
            String machine = ada.createStateMachine(
                            r -> r.name("waiting").definition(WAITING).roleArn(RunningServer.ROLE))
                    .stateMachineArn();
            String execution =
                    ada.startExecution(r -> r.stateMachineArn(machine)).executionArn();
            browser.open(server.server().endpoint().resolve("/executions/" + execution), KEY_FIELD);
            signIn(browser);
            browser.until(STATUS + " === 'RUNNING'");

            String ended = "document.querySelector('body > [role=alert]')";
            browser.run("return fetch('/logout', {method: 'POST', body: new URLSearchParams()})");
            browser.until(ended);
            ada.stopExecution(r -> r.executionArn(execution));

            assertThat(browser.run("return " + STATUS).stringValue()).isEqualTo("RUNNING");
            assertThat(browser.run("return " + ended + ".querySelector('a').getAttribute('href')")
                            .stringValue())
                    .endsWith("/login?to=%2Fexecutions%2F" + execution.replace(":", "%3A"));
            signInElsewhere(browser);
            browser.until(STATUS + " === 'ABORTED'");
            assertThat(browser.run("return " + ended + " === null").booleanValue())
                    .isTrue();
        }
    }
}
