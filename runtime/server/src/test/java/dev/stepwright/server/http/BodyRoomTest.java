package dev.stepwright.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BodyRoomTest {
    @Test
    void a_body_too_many_takes_no_room_from_others_while_it_is_refused() throws Exception {
        BodyRoom room = new BodyRoom(10);
        AtomicBoolean isOver = new AtomicBoolean();
        FutureTask<Integer> refused = new FutureTask<>(() -> {
            int taken = 0;
            while (!isOver.get()) {
                taken += room.take(11) == null ? 0 : 1;
            }
            return taken;
        });
        new Thread(refused).start();

        int missed = 0;
        for (int i = 0; i < 1_000_000; i++) {
            BodyRoom.Share share = room.take(10);
            if (share == null) {
                missed++;
            } else {
                share.is(0);
            }
        }
        isOver.set(true);

        assertThat(missed).isZero();
        assertThat(refused.get()).isZero();
    }
}
