/** What the specs define, as SANY reads them: actions, operators and properties. */
package org.quittance.trace.spec;
