/** Text as Terraform must read it: `${` and `%{` in a string of its JSON begin a template. */
export function literal(text: string): string {
  return text.replace(/[$%](?=\{)/g, '$&$&');
}
