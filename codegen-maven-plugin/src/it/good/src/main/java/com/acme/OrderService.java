package com.acme;

import dev.stepwright.runtime.task.TaskContext;
import java.math.BigDecimal;

/** Does what the machine asks for. */
final class OrderService implements OrderTasks {
    private static final BigDecimal LIMIT = new BigDecimal("1000");

    @Override
    public ChargeOutput charge(ChargeInput input, TaskContext context) throws CardDeclined {
        if (input.amount().compareTo(LIMIT) > 0) {
            throw new CardDeclined(input.amount() + " is above the limit");
        }
        return new ChargeOutput(ChargeOutput.Status.PAID);
    }

    @Override
    public ShipOutput ship(OrderInput.Item input, TaskContext context) {
        return new ShipOutput("T-" + input.sku());
    }
}
