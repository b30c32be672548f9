import { useId } from 'react';

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
}

/** As long as the API takes texts. */
const MOST_LETTERS = 2000;

/** A few lines of text with their label above. */
export function TextField({ name, label }: TextFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} name={name} rows={3} required maxLength={MOST_LETTERS} dir="auto" />
    </div>
  );
}
