package org.quittance.core.settlement.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What is listed: the spec's {@code groups} and {@code series}. Whatever was listed stays. */
public final class Contracts {

    private final Marks marks;
    private final SortedMap<Integer, Group> groups = new TreeMap<>();
    private final SortedMap<Integer, Series> series = new TreeMap<>();
    private final SortedMap<Integer, SortedMap<Integer, Series>> byGroup = new TreeMap<>();
    private final List<Series> bySlot = new ArrayList<>();

    public Contracts(Marks marks) {
        this.marks = marks;
    }

    public @Nullable Group group(int id) {
        return groups.get(id);
    }

    public @Nullable Series series(int id) {
        return series.get(id);
    }

    /** The group of a listed series. */
    public Group groupOf(Series listed) {
        Group group = groups.get(listed.group());
        if (group == null) {
            throw new IllegalStateException("series " + listed.id() + " has no group");
        }
        return group;
    }

    /** All groups, by id. Don't change any while going through them: take a copy. */
    public Collection<Group> groups() {
        return Collections.unmodifiableCollection(groups.values());
    }

    /** All series, by id. */
    public Collection<Series> series() {
        return Collections.unmodifiableCollection(series.values());
    }

    /** The series of a group, by id. */
    public Collection<Series> seriesOf(int group) {
        SortedMap<Integer, Series> members = byGroup.get(group);
        return members == null
                ? List.of()
                : Collections.unmodifiableCollection(members.values());
    }

    /** How many groups hold positions, or can. */
    public long unsettledGroups() {
        return groups.values().stream()
                .filter(group -> group.status() != GroupStatus.SETTLED)
                .count();
    }

    /** How many series hold positions, or can. */
    public long unsettledSeries() {
        return series.values().stream()
                .filter(listed -> groupOf(listed).status() != GroupStatus.SETTLED)
                .count();
    }

    /** The series that was listed in this place, from 0. */
    public Series inSlot(int slot) {
        return bySlot.get(slot);
    }

    /** Lists a group, or replaces one of the same id. */
    public void put(Group group) {
        groups.put(group.id(), group);
        marks.other(Variable.GROUPS, group.id());
    }

    /** Lists a series that isn't listed yet, of a group that is. */
    public Series list(int id, long strike, Right right, int group) {
        Series listed = new Series(id, bySlot.size(), strike, right, group);
        bySlot.add(listed);
        series.put(id, listed);
        byGroup.computeIfAbsent(group, none -> new TreeMap<>()).put(id, listed);
        marks.other(Variable.SERIES, id);
        return listed;
    }

    /** The keys of all entries, in no particular order. */
    void forEachKey(Consumer<Key> to) {
        for (int id : groups.keySet()) {
            to.accept(Key.of(Variable.GROUPS, id));
        }
        for (int id : series.keySet()) {
            to.accept(Key.of(Variable.SERIES, id));
        }
    }
}
