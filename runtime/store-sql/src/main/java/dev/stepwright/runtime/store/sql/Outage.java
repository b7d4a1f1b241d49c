package dev.stepwright.runtime.store.sql;

import java.sql.SQLException;
import org.slf4j.Logger;

/** Whether the latest commit failed: the log is told when that begins and when it is over. Belongs to whoever is writing. */
public final class Outage {
    private final Logger log;
    private final String place;
    private boolean isOn;

    /** @param place where the store is, for messages */
    public Outage(Logger log, String place) {
        this.log = log;
        this.place = place;
    }

    /** A commit has failed; returns what those are told who wait for it. */
    public IllegalStateException failure(Throwable reason) {
        if (!isOn) {
            begins(reason);
        }
        isOn = true;
        return new IllegalStateException(
                "the store in " + place + " could not write: " + reason.getMessage()
                        + "; everything acknowledged before is safe, but this was not written",
                reason);
    }

    /** The database says all there is to know of a full disk; where the driver threw it does not help. */
    private void begins(Throwable reason) {
        String line = "the store in {} cannot write; the log says when it can write again";
        if (reason instanceof SQLException) {
            log.error(line + ": {}", place, reason.getMessage());
        } else {
            log.error(line, place, reason);
        }
    }

    /** A commit has succeeded. */
    public void isOver() {
        if (isOn) {
            log.info("the store in {} writes again", place);
            isOn = false;
        }
    }
}
