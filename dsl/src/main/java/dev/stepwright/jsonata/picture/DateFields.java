package dev.stepwright.jsonata.picture;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/** The components of a date and time. Weeks begin on Monday; the first of a year or month is the one with its first Thursday. */
final class DateFields {
    private DateFields() {}

    /** Returns a component as a number: 1 to 12 for months, 1 for Monday, 0 and 1 for am and pm. */
    static int of(LocalDateTime time, char component) {
        LocalDate date = time.toLocalDate();
        return switch (component) {
            case 'Y' -> date.getYear();
            case 'M' -> date.getMonthValue();
            case 'D' -> date.getDayOfMonth();
            case 'd' -> date.getDayOfYear();
            case 'F' -> date.getDayOfWeek().getValue();
            case 'W' -> weekOfYear(date);
            case 'w' -> weekOfMonth(date);
            case 'X' -> thursday(date).getYear();
            case 'x' -> thursday(date).getMonthValue();
            case 'H' -> time.getHour();
            case 'h' -> time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
            case 'P' -> time.getHour() / 12;
            case 'm' -> time.getMinute();
            case 's' -> time.getSecond();
            case 'f' -> time.get(ChronoField.MILLI_OF_SECOND);
            default -> 0;
        };
    }

    /** The Thursday of a week decides which year and month the week belongs to. */
    private static LocalDate thursday(LocalDate date) {
        return date.with(ChronoField.DAY_OF_WEEK, DayOfWeek.THURSDAY.getValue());
    }

    private static int weekOfYear(LocalDate date) {
        return (thursday(date).getDayOfYear() - 1) / 7 + 1;
    }

    private static int weekOfMonth(LocalDate date) {
        LocalDate thursday = thursday(date);
        return (int) (ChronoUnit.DAYS.between(thursday.withDayOfMonth(1), thursday) / 7) + 1;
    }
}
