package dev.stepwright.examples.quickstart;

import dev.stepwright.examples.quickstart.Quickstart.Order;
import dev.stepwright.examples.quickstart.Quickstart.Receipt;
import java.util.concurrent.TimeoutException;

/** The work behind the two tasks. */
interface Shop {
    Order review(Order order);

    Receipt charge(Order order) throws TimeoutException;
}
