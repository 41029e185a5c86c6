/** The third way: a short trace as a constraint that the symbolic checker Apalache solves. */
package org.quittance.trace.symbolic;
