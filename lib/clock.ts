/** The present instant; entry points pass the system's, tests their own. */
export type Clock = () => Date;
