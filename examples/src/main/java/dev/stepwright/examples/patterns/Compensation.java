package dev.stepwright.examples.patterns;

import static dev.stepwright.dsl.Dsl.*;

import dev.stepwright.dsl.ErrorName;
import dev.stepwright.dsl.ErrorOutput;
import dev.stepwright.dsl.StateMachine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tried again first; undone if that does not help. */
public final class Compensation {
    private Compensation() {}

    public record Trip(
            String traveller,
            @Nullable Booking hotel,
            @Nullable Booking flight,
            @Nullable ErrorOutput problem) {}

    public record Booking(String code) {}

    public interface Travel {
        Booking bookHotel(String traveller);

        Booking bookFlight(String traveller) throws FullyBooked;

        Booking cancelHotel(Booking hotel);
    }

    /** There is no seat left. */
    @ErrorName("FullyBooked")
    public static final class FullyBooked extends Exception {
        private static final long serialVersionUID = 1;
    }

    // region machine
    public static StateMachine<Trip, Trip> machine() {
        return StateMachine.start(task("Book hotel", Travel::bookHotel)
                        .arguments(path(Trip::traveller))
                        .resultInto(Trip::hotel))
                .then(task("Book flight", Travel::bookFlight)
                        .arguments(path(Trip::traveller))
                        .retry(onError(FullyBooked.class).maxAttempts(2).interval(Duration.ofSeconds(10)))
                        .resultInto(Trip::flight)
                        .catchingInto(
                                Exception.class,
                                Trip::problem,
                                task("Cancel hotel", Travel::cancelHotel)
                                        .arguments(path(Trip::hotel))
                                        .then(fail("No trip", "TripFailed", "no flight; the hotel is cancelled"))))
                .end();
    }
    // endregion
}
