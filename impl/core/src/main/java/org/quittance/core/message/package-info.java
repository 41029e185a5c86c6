/** What validators sign, send and write to their logs, as values. Nothing here checks signatures. */
package org.quittance.core.message;
