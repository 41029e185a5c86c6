/**
 * Canonical bytes of commands with their seals, and of the payloads of blocks: each value has one
 * encoding, and bytes that are not it are refused by a named reason.
 */
package org.quittance.core.settlement.codec;
