/** What validators sign, send and write to their logs. Nothing here checks signatures. */
package org.quittance.core.message;
