/** TLC as a library: a fresh copy of its classes for each use, and its standard modules. */
package org.quittance.trace.tlc;
