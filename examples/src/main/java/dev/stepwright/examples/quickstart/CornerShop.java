package dev.stepwright.examples.quickstart;

import dev.stepwright.examples.quickstart.Quickstart.Order;
import dev.stepwright.examples.quickstart.Quickstart.Receipt;

final class CornerShop implements Shop {
    @Override
    public Order review(Order order) {
        return order;
    }

    @Override
    public Receipt charge(Order order) {
        return new Receipt(order.id(), "CHARGED");
    }
}
