/**
 * The deterministic simulator: a seed decides the network, the clock, crashes and Byzantine actors.
 *
 * <p>{@code kernel} is time, chance, wires and disks; {@code scenario} says what will happen to a
 * cluster; {@code run} is the cluster; {@code byzantine} the replicas that break the rules; and
 * {@code check} holds every step against the properties of the specs. Here is the command line.
 */
package org.quittance.sim;
