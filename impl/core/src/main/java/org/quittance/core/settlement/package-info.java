/**
 * The clearinghouse: a machine that executes final commands, in exact integers, so that every
 * replica reaches the same state. The spec is {@code specs/settlement}.
 */
package org.quittance.core.settlement;
