/**
 * Canonical bytes of messages and log records: each value has one encoding, and bytes that are not
 * it are refused by a named reason.
 */
package org.quittance.core.codec;
