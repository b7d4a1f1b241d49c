package dev.stepwright.examples.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.Severity;
import dev.stepwright.dsl.Handlers;
import dev.stepwright.dsl.StateMachine;
import dev.stepwright.examples.patterns.Approval.Decision;
import dev.stepwright.examples.patterns.Approval.Expense;
import dev.stepwright.examples.patterns.Compensation.Booking;
import dev.stepwright.examples.patterns.Compensation.FullyBooked;
import dev.stepwright.examples.patterns.Compensation.Travel;
import dev.stepwright.examples.patterns.Compensation.Trip;
import dev.stepwright.examples.patterns.EarlyEnd.Answer;
import dev.stepwright.examples.patterns.EarlyEnd.Found;
import dev.stepwright.examples.patterns.EarlyEnd.Library;
import dev.stepwright.examples.patterns.EarlyEnd.Question;
import dev.stepwright.examples.patterns.FanOut.Market;
import dev.stepwright.examples.patterns.FanOut.Offer;
import dev.stepwright.examples.patterns.Loop.Job;
import dev.stepwright.examples.patterns.Loop.Warehouse;
import dev.stepwright.examples.patterns.Nesting.Carrier;
import dev.stepwright.examples.patterns.Nesting.Confirmation;
import dev.stepwright.examples.patterns.Nesting.Office;
import dev.stepwright.examples.patterns.Nesting.Parcel;
import dev.stepwright.examples.patterns.Nesting.Purchase;
import dev.stepwright.examples.patterns.Nesting.Shipment;
import dev.stepwright.examples.patterns.Rejoin.Quote;
import dev.stepwright.examples.patterns.Rejoin.Sales;
import dev.stepwright.examples.patterns.Sequence.Account;
import dev.stepwright.examples.patterns.Sequence.Accounts;
import dev.stepwright.examples.patterns.Sequence.Applicant;
import dev.stepwright.examples.patterns.Sequence.Welcome;
import dev.stepwright.json.JavaValues;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Every pattern runs on the engine, to the same end in both query languages. */
class PatternsTest {
    private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");

    @ParameterizedTest
    @EnumSource(QueryLanguage.class)
    void a_sequence_hands_on_what_each_step_gives(QueryLanguage language) {
        class Desk implements Accounts {
            @Override
            public Account open(Applicant applicant) {
                return new Account("a-" + applicant.name(), applicant.email());
            }

            @Override
            public Welcome welcome(Account account) {
                return new Welcome(account.id(), "to " + account.email());
            }
        }

        var outcome = run(
                Sequence.machine().queryLanguage(language),
                handlers -> handlers.bind(Accounts.class, new Desk()),
                new Applicant("kim", "kim@example.org"));

        assertThat(outcome).isEqualTo(new Outcome.Succeeded<>(new Welcome("a-kim", "to kim@example.org")));
    }

    @ParameterizedTest
    @EnumSource(QueryLanguage.class)
    void branches_rejoin(QueryLanguage language) {
        class Desk implements Sales {
            @Override
            public Quote price(Quote quote) {
                return quote;
            }

            @Override
            public Quote approve(Quote quote) {
                return new Quote(quote.customer(), quote.total(), true);
            }

            @Override
            public Quote send(Quote quote) {
                return new Quote("sent to " + quote.customer(), quote.total(), quote.approved());
            }
        }
        var machine = Rejoin.machine().queryLanguage(language);

        assertThat(run(machine, handlers -> handlers.bind(Sales.class, new Desk()), new Quote("kim", 1001, false)))
                .isEqualTo(new Outcome.Succeeded<>(new Quote("sent to kim", 1001, true)));
        assertThat(run(machine, handlers -> handlers.bind(Sales.class, new Desk()), new Quote("kim", 1000, false)))
                .isEqualTo(new Outcome.Succeeded<>(new Quote("sent to kim", 1000, false)));
    }

    @ParameterizedTest
    @EnumSource(QueryLanguage.class)
    void what_is_known_ends_early(QueryLanguage language) {
        class Desk implements Library {
            @Override
            public Found search(Question question) {
                return new Found(question, question.text().equals("6 * 7"), new Answer("42", "the book"));
            }

            @Override
            public Answer ask(Question question) {
                return new Answer("hard to say", "the expert on " + question.text());
            }
        }
        var machine = EarlyEnd.machine().queryLanguage(language);

        assertThat(run(machine, handlers -> handlers.bind(Library.class, new Desk()), new Question("6 * 7")))
                .isEqualTo(new Outcome.Succeeded<>(new Answer("42", "the book")));
        assertThat(run(machine, handlers -> handlers.bind(Library.class, new Desk()), new Question("love")))
                .isEqualTo(new Outcome.Succeeded<>(new Answer("hard to say", "the expert on love")));
    }

    @ParameterizedTest
    @EnumSource(QueryLanguage.class)
    void a_loop_goes_round_until_it_is_done(QueryLanguage language) {
        var asked = new AtomicInteger();
        class Desk implements Warehouse {
            @Override
            public Job submit(Loop.Query query) {
                return new Job(query.sql(), "RUNNING");
            }

            @Override
            public Job status(Job job) {
                return new Job(job.id(), asked.incrementAndGet() < 3 ? "RUNNING" : "DONE");
            }
        }

        var outcome = run(
                Loop.machine().queryLanguage(language),
                handlers -> handlers.bind(Warehouse.class, new Desk()),
                new Loop.Query("select 1"));

        assertThat(outcome).isEqualTo(new Outcome.Succeeded<>(new Job("select 1", "DONE")));
        assertThat(asked).hasValue(3);
    }

    @ParameterizedTest
    @EnumSource(QueryLanguage.class)
    void what_fails_for_good_is_undone(QueryLanguage language) {
        List<String> done = Collections.synchronizedList(new ArrayList<>());

        var outcome = run(
                Compensation.machine().queryLanguage(language),
                handlers -> handlers.bind(Travel.class, new Agency(done, 99)),
                new Trip("kim", null, null, null));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.error()).isEqualTo("TripFailed"));
        assertThat(done).containsExactly("hotel kim", "flight kim", "flight kim", "flight kim", "cancel h-kim");
    }

    @ParameterizedTest
    @EnumSource(QueryLanguage.class)
    void what_fails_twice_succeeds_at_the_third_time(QueryLanguage language) {
        List<String> done = Collections.synchronizedList(new ArrayList<>());

        var outcome = run(
                Compensation.machine().queryLanguage(language),
                handlers -> handlers.bind(Travel.class, new Agency(done, 2)),
                new Trip("kim", null, null, null));

        assertThat(outcome)
                .isEqualTo(new Outcome.Succeeded<>(new Trip("kim", new Booking("h-kim"), new Booking("f-kim"), null)));
    }

    private record Agency(List<String> done, int failures) implements Travel {
        @Override
        public Booking bookHotel(String traveller) {
            done.add("hotel " + traveller);
            return new Booking("h-" + traveller);
        }

        @Override
        public Booking bookFlight(String traveller) throws FullyBooked {
            done.add("flight " + traveller);
            if (done.size() - 1 <= failures) {
                throw new FullyBooked();
            }
            return new Booking("f-" + traveller);
        }

        @Override
        public Booking cancelHotel(Booking hotel) {
            done.add("cancel " + hotel.code());
            return hotel;
        }
    }

    @ParameterizedTest
    @EnumSource(QueryLanguage.class)
    void what_was_spread_is_collected(QueryLanguage language) {
        class Desk implements Market {
            @Override
            public Offer ask(String shop) {
                return new Offer(shop, shop.length());
            }

            @Override
            public Offer best(List<Offer> offers) {
                return offers.stream()
                        .min(Comparator.comparingInt(Offer::price))
                        .orElseThrow();
            }
        }

        var outcome = run(
                FanOut.machine().queryLanguage(language),
                handlers -> handlers.bind(Market.class, new Desk()),
                new FanOut.Request("lamp", List.of("corner", "mall", "outlet")));

        assertThat(outcome).isEqualTo(new Outcome.Succeeded<>(new Offer("mall", 4)));
    }

    @ParameterizedTest
    @EnumSource(QueryLanguage.class)
    void an_answer_comes_back_with_its_token(QueryLanguage language) throws Exception {
        BlockingQueue<JsonNode> mail = new ArrayBlockingQueue<>(1);

        try (Engine engine =
                Engine.create(asking(mail).time(VirtualTime.manual(START)).build())) {
            var execution = engine.start(Approval.machine().queryLanguage(language), new Expense("kim", 90));
            JsonNode question = mail.poll(10, TimeUnit.SECONDS);
            engine.sendTaskSuccess(question.path("token").stringValue(), JavaValues.toJson(new Decision(true, "lee")));

            assertThat(question.path("expense").path("employee").stringValue()).isEqualTo("kim");
            assertThat(execution.await()).isEqualTo(new Outcome.Succeeded<>(new Decision(true, "lee")));
        }
    }

    @ParameterizedTest
    @EnumSource(QueryLanguage.class)
    void an_answer_that_does_not_come_is_a_no(QueryLanguage language) {
        try (Engine engine = Engine.create(asking(new ArrayBlockingQueue<>(1)).build())) {
            assertThat(engine.start(Approval.machine().queryLanguage(language), new Expense("kim", 90))
                            .await())
                    .isEqualTo(new Outcome.Succeeded<>(new Decision(false, "nobody")));
        }
    }

    private static EngineConfig.Builder asking(BlockingQueue<JsonNode> mail) {
        return config().handlers(TaskHandlers.builder()
                .resource(Approval.ASK.arn(), (message, task) -> {
                    mail.add(message.path("MessageBody"));
                    return message;
                })
                .build());
    }

    @ParameterizedTest
    @EnumSource(QueryLanguage.class)
    void a_machine_is_a_step_of_another(QueryLanguage language) {
        Carrier carrier = parcel -> new Shipment("to " + parcel.address());
        Office office = shipment -> new Confirmation("it goes " + shipment.tracking());
        var shipping = Nesting.shipping().queryLanguage(language);

        try (Engine engine = Engine.create(config().build())) {
            String arn = engine.register(
                            "shipping", shipping, shipping.handlers().bind(Carrier.class, carrier))
                    .arn();
            var machine = Nesting.machine(arn).queryLanguage(language);
            var outcome = engine.register(
                            "purchase", machine, machine.handlers().bind(Office.class, office))
                    .start(new Purchase("p-1", new Parcel("Main Street", 300)))
                    .await();

            assertThat(outcome).isEqualTo(new Outcome.Succeeded<>(new Confirmation("it goes to Main Street")));
        }
    }

    private static EngineConfig.Builder config() {
        return EngineConfig.builder().time(VirtualTime.automatic(START));
    }

    private static <I, O> Outcome<O> run(StateMachine<I, O> machine, UnaryOperator<Handlers> binding, I input) {
        try (Engine engine = Engine.create(config().build())) {
            return engine.register("pattern", machine, binding.apply(machine.handlers()))
                    .start(input)
                    .await();
        }
    }

    @Test
    void no_pattern_has_a_finding() {
        Map<String, StateMachine<?, ?>> machines = Map.of(
                "sequence", Sequence.machine(),
                "rejoin", Rejoin.machine(),
                "early end", EarlyEnd.machine(),
                "loop", Loop.machine(),
                "compensation", Compensation.machine(),
                "fan-out", FanOut.machine(),
                "approval", Approval.machine(),
                "nesting", Nesting.machine("${Shipping}"));

        machines.forEach((name, machine) -> assertThat(Validator.validate(AslDocument.of(name, machine.definition())))
                .filteredOn(finding -> finding.severity() != Severity.HINT)
                .extracting(Diagnostic::message)
                .as(name)
                .isEmpty());
    }
}
