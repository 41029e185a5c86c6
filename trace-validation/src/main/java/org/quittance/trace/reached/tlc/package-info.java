/** What of it talks to TLC; loaded beside it. */
package org.quittance.trace.reached.tlc;
