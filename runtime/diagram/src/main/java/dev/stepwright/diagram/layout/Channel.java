package dev.stepwright.diagram.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The room between two layers, with as many tracks as the ways that go aside there need so as not to lie on each other. */
final class Channel {
    private static final double TRACK = 12;
    private static final double NEAR = 5;
    private static final int OVERLAP = 100;

    /** Above so many pieces, whose pairs would be too many, a simple order has to do. */
    private static final int MOST_COMPARED = 500;

    private final List<List<Joint>> tracks = new ArrayList<>();

    private Channel() {}

    /** Puts each piece that goes aside on a track. */
    static Channel of(List<Joint> joints) {
        Channel channel = new Channel();
        List<Joint> aside = joints.stream()
                .filter(joint -> !joint.isStraight())
                .sorted(Comparator.comparingDouble((Joint joint) -> joint.upperX)
                        .thenComparingDouble(joint -> joint.lowerX))
                .toList();
        if (aside.size() > MOST_COMPARED) {
            channel.fill(aside);
        } else {
            channel.arrange(aside);
        }
        return channel;
    }

    /** Returns how high the tracks are together. */
    double height() {
        return tracks.isEmpty() ? 0 : (tracks.size() - 1) * TRACK;
    }

    /** @param top where the first track is */
    void place(double top) {
        for (int i = 0; i < tracks.size(); i++) {
            double y = top + i * TRACK;
            tracks.get(i).forEach(joint -> joint.bendY = y);
        }
    }

    /** Ways to the right go aside the higher the further right they come from, ways to the left the further left. */
    private void fill(List<Joint> aside) {
        List<Joint> order = new ArrayList<>();
        for (int i = aside.size() - 1; i >= 0; i--) {
            if (aside.get(i).lowerX > aside.get(i).upperX) {
                order.add(aside.get(i));
            }
        }
        aside.stream().filter(joint -> joint.lowerX < joint.upperX).forEach(order::add);
        order.forEach(joint -> put(joint, 0));
    }

    /** Takes the piece next that is least in the way of those still to come. */
    private void arrange(List<Joint> aside) {
        List<Joint> open = new ArrayList<>(aside);
        Map<Joint, Integer> harm = new HashMap<>();
        open.forEach(joint -> harm.put(
                joint, open.stream().mapToInt(other -> harm(joint, other)).sum()));
        Map<Joint, Integer> lowest = new HashMap<>();
        while (!open.isEmpty()) {
            Joint next = open.stream().min(Comparator.comparingInt(harm::get)).orElseThrow();
            open.remove(next);
            int track = put(next, lowest.getOrDefault(next, 0));
            for (Joint other : open) {
                harm.merge(other, -harm(other, next), Integer::sum);
                if (harm(other, next) > 0) {
                    lowest.merge(other, track + 1, Math::max);
                }
            }
        }
    }

    /** Returns how much worse it is if one piece goes aside above the other than below it; 0 if it is better. */
    private static int harm(Joint above, Joint below) {
        return areJoined(above, below) ? 0 : Math.max(0, cost(above, below) - cost(below, above));
    }

    /** Returns the track that is taken, {@code lowest} or one below it. */
    private int put(Joint joint, int lowest) {
        for (int i = lowest; ; i++) {
            if (i == tracks.size()) {
                tracks.add(new ArrayList<>());
            }
            if (tracks.get(i).stream().allMatch(other -> isApart(joint, other))) {
                tracks.get(i).add(joint);
                return i;
            }
        }
    }

    /** Pieces that come from or to the same place may join on one track. */
    private static boolean areJoined(Joint a, Joint b) {
        return a.lower == b.lower && a.lowerX == b.lowerX || a.upper == b.upper && a.upperX == b.upperX;
    }

    private static boolean isApart(Joint a, Joint b) {
        return areJoined(a, b) || a.right() + NEAR < b.left() || b.right() + NEAR < a.left();
    }

    /** Returns how bad it is if one piece goes aside above the other. */
    private static int cost(Joint above, Joint below) {
        int cost = 0;
        if (above.lowerX > below.left() && above.lowerX < below.right()) {
            cost++;
        }
        if (below.upperX > above.left() && below.upperX < above.right()) {
            cost++;
        }
        return Math.abs(above.lowerX - below.upperX) < NEAR ? cost + OVERLAP : cost;
    }
}
