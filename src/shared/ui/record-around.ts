import { createContext, useContext } from 'react'

const RecordAroundContext = createContext<string | undefined>(undefined)

/** Ids of the elements that name the record which all below belongs to. */
export const RecordAround = RecordAroundContext.Provider

/** What describes a control that destroys something: the record that it belongs to, by name and number. */
export const useRecordAround = () => useContext(RecordAroundContext)
