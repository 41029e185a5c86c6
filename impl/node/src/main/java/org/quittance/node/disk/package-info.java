/** What a validator keeps: the log of its votes, and what can be made again from it. */
package org.quittance.node.disk;
