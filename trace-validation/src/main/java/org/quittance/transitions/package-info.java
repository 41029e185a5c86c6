/** Makes the corpus of transitions that the Java core is tested with out of the specs' graphs. */
package org.quittance.transitions;
