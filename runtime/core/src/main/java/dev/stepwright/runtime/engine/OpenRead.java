package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.plan.MapStep;

/** The items of a Map are being read. */
record OpenRead(long id, Frame frame, MapStep step) {}
