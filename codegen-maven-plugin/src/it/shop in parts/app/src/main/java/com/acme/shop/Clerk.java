package com.acme.shop;

import dev.stepwright.runtime.task.TaskContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Does the work of both machines, with types that no schema gave. */
public final class Clerk implements OrderTasks, BillTasks {
    @Override
    public JsonNode charge(ChargeInput input, TaskContext context) {
        return input.orderId();
    }

    @Override
    public JsonNode bill(BillTasks.BillInput input, TaskContext context) {
        return StringNode.valueOf(input.orderId());
    }

    @Override
    public dev.stepwright.runtime.task.TaskHandlers handlers() {
        return OrderTasks.super.handlers();
    }
}
