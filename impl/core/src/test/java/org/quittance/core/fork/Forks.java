package org.quittance.core.fork;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.quittance.core.message.Block;

/** Replays forks that the symbolic model checker found just now. */
final class Forks {

    private Forks() {}

    /** Takes the files; ends with status 1 if one does not do what it must. */
    public static void main(String[] files) throws IOException {
        if (files.length == 0) {
            System.err.println("forks: there is none: make symbolic finds some");
            System.exit(2);
        }
        for (String file : files) {
            List<String> problems = problems(Fork.read(Path.of(file)));
            if (!problems.isEmpty()) {
                System.err.println("forks: " + file + ": " + String.join("; ", problems));
                System.exit(1);
            }
            System.out.println("forked and convicted  " + file);
        }
    }

    /** What the program did not do of what it must, if it is made to fork like this. */
    static List<String> problems(Fork fork) {
        ForkReplay replay = ForkReplay.of(fork);
        List<String> problems = new ArrayList<>();
        if (!isForked(List.copyOf(replay.committed().values()))) {
            problems.add("no fork: committed are " + replay.committed());
        }
        for (String name : fork.honest()) {
            SortedSet<Integer> convicted = replay.convictedBy(name);
            if (!replay.isThird(convicted)) {
                problems.add(name + " convicts less than a third: " + convicted);
            }
            if (!replay.byzantine().containsAll(convicted)) {
                problems.add(name + " convicts a correct validator: " + convicted);
            }
        }
        return problems;
    }

    /** Here a block that was committed has at most one that was committed above it. */
    private static boolean isForked(List<Block> committed) {
        for (Block a : committed) {
            for (Block b : committed) {
                if (a.view().isGenesis() || !a.equals(b) && a.isParentOf(b)) {
                    return false;
                }
            }
        }
        return committed.stream().distinct().count() > 1;
    }
}
